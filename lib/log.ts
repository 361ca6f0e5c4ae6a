import pino from "pino";
import { maskText } from "./logs/mask";
import { redacted } from "./redacted";

export const levels = ["trace", "debug", "info", "warn", "error", "silent"] as const;

export const logOptions = {
  // What is no level is named with every other fault of the environment.
  level: levels.find((level) => level === process.env.LOG_LEVEL) ?? "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }), log: redacted<Record<string, unknown>> },
  serializers: { err: (told) => told }, // spelled by then
} satisfies pino.LoggerOptions;

export const log = pino(logOptions);

export type RequestNote = { organization?: string; actor?: string; operation?: string };

/** The server and Next's bundles each load this file: what they share hangs on the process. */
const shared = globalThis as { [requests]?: Map<string, RequestNote> };
const requests = Symbol.for("berth.requests");

/**
 * What is noted of each request that is being answered, by the id that the listener gave it. An AsyncLocalStorage would
 * need no id, and cost every promise of the process.
 */
function notes(): Map<string, RequestNote> {
  shared[requests] ??= new Map<string, RequestNote>();
  return shared[requests];
}

/** From here to `closeNote`, what `noteRequest` says of this request is in the note. */
export function openNote(requestId: string): RequestNote {
  const note: RequestNote = {};
  notes().set(requestId, note);
  return note;
}

export function closeNote(requestId: string): void {
  notes().delete(requestId);
}

/** Adds ids to the log line of a request. Where it is no longer being answered, or was none, it does nothing. */
export function noteRequest(requestId: string, note: RequestNote): void {
  Object.assign(notes().get(requestId) ?? {}, note);
}

const secretSegments =
  /\/(join|activate|verify|verify-email|reset|reset-password|invitation|invite|handoff|confirm|unsubscribe)\/[^/]+/g;

/** A path as it may be logged: without its query, and without keys, codes and tokens that stand in it. */
export function loggedPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  return maskText(path.replace(secretSegments, "/$1/[redacted]")).slice(0, 300);
}
