import { hash } from "node:crypto";
import { limitPool } from "@/db/connection";
import { log } from "@/lib/log";
import { onAnswered } from "@/lib/shutdown";
import {
  batchOf,
  bounds,
  type Caller,
  type CallLine,
  type Group,
  giveBack,
  keep,
  noCalls,
  take,
  type Waiting,
} from "./waiting-calls";

/** The server and Next's bundles each load this file: what waits hangs on the process. */
const place = Symbol.for("berth.calls");
const shared = globalThis as { [place]?: Log };

type Log = Waiting & {
  written: number;
  timer: NodeJS.Timeout | undefined;
  writing: Promise<boolean> | undefined;
  /** The database took nothing when it was last asked: the clock asks it again, and no call does. */
  away: boolean;
};

function waiting(): Log {
  if (!shared[place]) {
    shared[place] = { ...noCalls(), written: 0, timer: undefined, writing: undefined, away: false };
    onAnswered(flushCalls);
  }
  return shared[place];
}

/** Lines that wait, were written and were dropped in this process. */
export function callLogFigures(): { waiting: number; written: number; dropped: number } {
  const { lines, written, dropped } = waiting();
  return { waiting: lines, written, dropped };
}

/** Takes a call to be written within half a second, together with others. Never throws and never waits. */
export function logCall({ kind, secret, organization, opened }: Caller, line: CallLine): void {
  const all = waiting();
  const of = { kind, hash: hash("sha256", secret, "hex"), organization, opened };
  keep(all, of, line);
  carryOn(all);
}

/** A whole batch is written at once, fewer lines with those that come within half a second. */
function carryOn(all: Log): void {
  if (all.lines >= batchOf.lines && !all.away) void writeWaiting(all);
  else if (all.lines > 0) all.timer ??= setTimeout(() => void writeWaiting(all), bounds.everyMs).unref();
}

/** Settles when all that waits or is under way is written, or has to wait for the database. */
export async function flushCalls(): Promise<void> {
  const all = waiting();
  while (all.lines > 0 || all.writing) if (!(await writeWaiting(all))) return;
}

/** Writes what waits now; one writer at a time. False where the database is away or busy. */
function writeWaiting(all: Log): Promise<boolean> {
  clearTimeout(all.timer);
  all.timer = undefined;
  all.writing ??= drain(all).then((went) => {
    all.writing = undefined;
    all.away = !went;
    carryOn(all);
    return went;
  });
  return all.writing;
}

/** What comes meanwhile waits for others: a line on its way alone costs what a batch does, and keeps the next one alone. */
async function drain(all: Log): Promise<boolean> {
  let left = all.lines;
  while (left > 0 && all.lines > 0) {
    const batch = take(all);
    if (!(await write(all, batch))) {
      giveBack(all, batch);
      return false;
    }
    left -= sizeOf(batch);
  }
  return true;
}

/** False where the database is away or busy. Lines that it cannot take are left out, and those of other callers written. */
async function write(all: Log, batch: Group[]): Promise<boolean> {
  const lines = sizeOf(batch);
  try {
    const text = "select guard.append_calls($1, $2) as written";
    const { rows } = await limitPool().query<{ written: number }>(text, packed(batch));
    all.written += rows[0]?.written ?? 0;
    return true;
  } catch (error) {
    if (!isOfLines(error)) {
      log.warn({ err: error, count: lines }, "calls wait to be written down");
      return false;
    }
    if (batch.length > 1) return (await Promise.all(batch.map((group) => write(all, [group])))).every(Boolean);
    all.dropped += lines;
    log.error({ err: error, count: lines }, "calls could not be written down");
    return true;
  }
}

function sizeOf(batch: Group[]): number {
  return batch.reduce((sum, group) => sum + group.lines.length, 0);
}

type PackedLine = Omit<CallLine, "request" | "response"> &
  Record<"request_at" | "request_size" | "response_at" | "response_size", number | null>;

/** The batch as the database reads it: bodies as one run of bytes, and in the lines their places in it. */
function packed(batch: Group[]): [string, Buffer] {
  const parts: Buffer[] = [];
  let size = 0;
  const placed = (body: string | null) => {
    if (body === null) return { at: null, size: null };
    const bytes = Buffer.from(body);
    parts.push(bytes);
    size += bytes.length;
    return { at: size - bytes.length, size: bytes.length };
  };
  const callers = batch.map(({ lines, opened: _, ...of }) => ({
    ...of,
    // Field by field: leaving two out and spreading the rest takes many times as long, and every call is one of these.
    lines: lines.map((line): PackedLine => {
      const [asked, told] = [placed(line.request), placed(line.response)];
      return {
        id: line.id,
        at: line.at,
        method: line.method,
        path: line.path,
        query: line.query,
        host: line.host,
        operations: line.operations,
        needs: line.needs,
        status: line.status,
        error: line.error,
        milliseconds: line.milliseconds,
        test: line.test,
        address: line.address,
        agent: line.agent,
        request_id: line.request_id,
        headers: line.headers,
        entities: line.entities,
        request_bytes: line.request_bytes,
        response_bytes: line.response_bytes,
        request_at: asked.at,
        request_size: asked.size,
        response_at: told.at,
        response_size: told.size,
      };
    }),
  }));
  return [JSON.stringify(callers), Buffer.concat(parts)];
}

/** Whether what was to be written is at fault, and not that the database is away or busy. */
function isOfLines(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return /^(22|23|42)[0-9A-Z]{3}$/.test(code);
}
