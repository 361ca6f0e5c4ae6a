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

/** The server and Next's bundles each load this file: what they share hangs on the process. */
const place = Symbol.for("berth.log");
const requests = Symbol.for("berth.requests");
const shared = globalThis as { [place]?: pino.DestinationStream; [requests]?: Map<string, RequestNote> };

/**
 * Lines go out together, a tenth of a second after the first at the latest, and when the process ends: one by one, each
 * wakes a thread and takes as long as what is told of. One for all bundles of the process, so none cuts through another's.
 */
function output(): pino.DestinationStream {
  const out = pino.destination({ dest: process.stdout.fd ?? 1, sync: false, minLength: 4096 });
  let due = false;
  const flush = () => {
    due = false;
    out.flush();
  };
  return {
    write(line) {
      out.write(line);
      if (!due) setTimeout(flush, 100).unref();
      due = true;
    },
  };
}

shared[place] ??= output();
export const log = pino(logOptions, shared[place]);

export type RequestNote = { organization?: string; actor?: string; operation?: string };

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
