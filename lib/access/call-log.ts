import { hash } from "node:crypto";
import { limitPool } from "@/db/connection";
import { log } from "@/lib/log";
import { onAnswered } from "@/lib/shutdown";

/** One call as it is written down: bodies masked and cut. Names as `guard.append_calls` reads them. */
export type CallLine = {
  id: string;
  at: string;
  method: string;
  path: string;
  query: string;
  host: string;
  operations: string[];
  needs: string[];
  status: number;
  error: string | null;
  milliseconds: number;
  test: boolean;
  address: string;
  agent: string;
  request_id: string | null;
  headers: Record<string, string>;
  entities: string[];
  request: string | null;
  request_bytes: number;
  response: string | null;
  response_bytes: number;
};

/** Who called, by the hash of what they showed; the database finds whose that is. */
export type Caller = { kind: "key" | "session" | "token"; secret: string; organization: string | null };

type Group = { kind: string; hash: string; organization: string | null; lines: CallLine[] };
type Waiting = {
  groups: Map<string, Group>;
  lines: number;
  bytes: number;
  written: number;
  dropped: number;
  timer: NodeJS.Timeout | undefined;
  writing: Promise<void> | undefined;
};

/** What may wait in a process, in lines and bytes, and of one caller: a flood of one pushes out its own oldest. */
export const bounds = { lines: 10_000, bytes: 32_000_000, one: 2_000, everyMs: 500 };
const batchOf = { lines: 200, bytes: 2_000_000 };

/** The server and Next's bundles each load this file: what waits hangs on the process. */
const place = Symbol.for("berth.calls");
const shared = globalThis as { [place]?: Waiting };

function waiting(): Waiting {
  if (!shared[place]) {
    const none = { lines: 0, bytes: 0, written: 0, dropped: 0 };
    shared[place] = { groups: new Map(), ...none, timer: undefined, writing: undefined };
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
export function logCall({ kind, secret, organization }: Caller, line: CallLine): void {
  const all = waiting();
  const of = { kind, hash: hash("sha256", secret, "hex"), organization };
  const group = all.groups.get(nameOf(of)) ?? { ...of, lines: [] };
  all.groups.set(nameOf(of), group);
  group.lines.push(line);
  all.lines += 1;
  all.bytes += sizeOf([line]);
  if (group.lines.length > bounds.one) dropOldest(all, group);
  while (all.lines > bounds.lines || all.bytes > bounds.bytes) dropOldest(all, largest(all));
  if (all.lines >= batchOf.lines) void flushCalls();
  else schedule(all);
}

function schedule(all: Waiting): void {
  all.timer ??= setTimeout(() => void flushCalls(), bounds.everyMs).unref();
}

function dropOldest(all: Waiting, group: Group): void {
  const gone = group.lines.splice(0, 1);
  all.lines -= gone.length;
  all.bytes -= sizeOf(gone);
  all.dropped += gone.length;
}

function largest({ groups }: Waiting): Group {
  const each = [...groups.values()];
  return each.reduce((most, group) => (group.lines.length > most.lines.length ? group : most));
}

/** Writes what waits; one writer at a time. Settles when all of it is written, or has to wait for the database. */
export function flushCalls(): Promise<void> {
  const all = waiting();
  clearTimeout(all.timer);
  all.timer = undefined;
  all.writing ??= drain(all).finally(() => {
    all.writing = undefined;
    if (all.lines > 0) schedule(all);
  });
  return all.writing;
}

async function drain(all: Waiting): Promise<void> {
  while (all.lines > 0) if (!(await writeSome(all))) return;
}

async function writeSome(all: Waiting): Promise<boolean> {
  const batch = take(all);
  const count = batch.reduce((sum, { lines }) => sum + lines.length, 0);
  try {
    const text = "select guard.append_calls($1, $2) as written";
    const { rows } = await limitPool().query<{ written: number }>(text, packed(batch));
    all.written += rows[0]?.written ?? 0;
    return true;
  } catch (error) {
    if (isOfLines(error)) {
      all.dropped += count;
      log.error({ err: error, count }, "calls could not be written down");
      return true;
    }
    log.warn({ err: error, count }, "calls wait to be written down");
    giveBack(all, batch);
    return false;
  }
}

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
  const callers = batch.map(({ lines, ...of }) => ({
    ...of,
    lines: lines.map(({ request, response, ...line }) => {
      const [asked, told] = [placed(request), placed(response)];
      return {
        ...line,
        request_at: asked.at,
        request_size: asked.size,
        response_at: told.at,
        response_size: told.size,
      };
    }),
  }));
  return [JSON.stringify(callers), Buffer.concat(parts)];
}

/** Some lines of each caller, in the order in which callers came, up to the size of a batch. */
function take(all: Waiting): Group[] {
  const batch: Group[] = [];
  let { lines: left, bytes } = batchOf;
  for (const [name, group] of all.groups) {
    if (left <= 0 || bytes <= 0) break;
    let count = 0;
    while (count < Math.min(left, group.lines.length) && bytes > 0) {
      bytes -= sizeOf(group.lines.slice(count, count + 1));
      count += 1;
    }
    const lines = group.lines.splice(0, count);
    batch.push({ ...group, lines });
    if (group.lines.length === 0) all.groups.delete(name);
    left -= count;
    all.lines -= count;
    all.bytes -= sizeOf(lines);
  }
  return batch;
}

/** Their ids make writing them again harmless, should the answer alone have been lost. */
function giveBack(all: Waiting, batch: Group[]): void {
  for (const { lines, ...of } of batch) {
    const name = nameOf(of);
    const later = all.groups.get(name)?.lines ?? [];
    const kept = [...lines, ...later].slice(-bounds.one);
    all.groups.set(name, { ...of, lines: kept });
    all.lines += kept.length - later.length;
    all.bytes += sizeOf(kept) - sizeOf(later);
    all.dropped += lines.length + later.length - kept.length;
  }
}

function nameOf({ hash: digest, organization }: Pick<Group, "hash" | "organization">): string {
  return `${digest} ${organization ?? ""}`;
}

function sizeOf(lines: CallLine[]): number {
  return lines.reduce((sum, { request, response }) => sum + 500 + (request?.length ?? 0) + (response?.length ?? 0), 0);
}

/** Whether what was to be written is at fault, and not that the database is away or busy. */
function isOfLines(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return /^(22|23|42)[0-9A-Z]{3}$/.test(code);
}
