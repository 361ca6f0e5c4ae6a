import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";
import { maskText } from "./logs/mask";

/** Names whose values never reach a log, wherever they stand in a logged object. */
export const redactedNames = [
  "authorization",
  "cookie",
  "set-cookie",
  "password",
  "newPassword",
  "currentPassword",
  "secret",
  "token",
  "code",
  "key",
  "apiKey",
  "credential",
  "session",
  "raw",
  "salt",
] as const;

const redactedPaths = redactedNames.flatMap((name) => {
  const part = `["${name}"]`;
  return [part, `*${part}`, `*.*${part}`];
});

export const levels = ["trace", "debug", "info", "warn", "error", "silent"] as const;

export const log = pino({
  // What is no level is named with every other fault of the environment.
  level: levels.find((level) => level === process.env.LOG_LEVEL) ?? "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: redactedPaths, censor: "[redacted]" },
});

export type RequestNote = { organization?: string; actor?: string; operation?: string };

/** The server and Next's bundles each load this file: what they share hangs on the process. */
const shared = globalThis as { [requests]?: AsyncLocalStorage<RequestNote> };
const requests = Symbol.for("berth.requests");

function storage(): AsyncLocalStorage<RequestNote> {
  shared[requests] ??= new AsyncLocalStorage<RequestNote>();
  return shared[requests];
}

/** Runs a request; what `noteRequest` says meanwhile is in `note`. */
export function withRequestNote<T>(note: RequestNote, work: () => T): T {
  return storage().run(note, work);
}

/** Adds ids to the log line of the request that is being answered. Outside of one it does nothing. */
export function noteRequest(note: RequestNote): void {
  Object.assign(storage().getStore() ?? {}, note);
}

const secretSegments =
  /\/(join|activate|verify|verify-email|reset|reset-password|invitation|invite|handoff|confirm|unsubscribe)\/[^/]+/g;

/** A path as it may be logged: without its query, and without keys, codes and tokens that stand in it. */
export function loggedPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  return maskText(path.replace(secretSegments, "/$1/[redacted]")).slice(0, 300);
}
