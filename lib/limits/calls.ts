import { z } from "zod";
import { limitPool } from "@/db/connection";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/** Whose call it is: counted on the credential, and on its organization. */
export type Caller = { organizationId: string; credentialId: string };

type Budget = {
  name: "credential" | "organization" | "day";
  limit: number;
  left: number;
  resets: number;
  /** Seconds that the limit is for; a day may have an hour more or less. */
  window: 60 | 86400;
};
export type Counted = { passes: boolean; budgets: Budget[] };

type Waiting = (counted: Counted | undefined) => void;

const number = z.number();
const row = z.tuple([
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number.nullable(),
  number.nullable(),
  number,
]);

/** Calls of one caller that came while the ones before were being counted: the next statement counts all of them. */
const queues = new Map<string, Waiting[]>();

const most = 20_000;
/** Seconds after which it is asked again about what is spent, since somebody may have raised its limit. */
const askAgain = 1;
/** Until when nothing of a caller goes through, by a clock that nobody sets: told without asking. */
const full = new Map<string, { until: number; budgets: Budget[] }>();

/**
 * Counts one call. Exact over any number of processes, since one row counts for all of them, and cheap where many come at
 * once: they share a statement. Undefined where counting failed: the call then goes through (README, limits).
 */
export function countCall(caller: Caller): Promise<Counted | undefined> {
  const known = fullNow(caller);
  if (known) return Promise.resolve(known);
  const name = nameOf(caller);
  const queue = queues.get(name);
  return new Promise((resolve) => {
    if (queue) return void queue.push(resolve);
    queues.set(name, [resolve]);
    // After what the call itself asks: a database process that wakes first takes the processor before that is sent.
    setImmediate(() => void drain(name, caller));
  });
}

/** What a caller who has spent a budget is told without asking. */
export function fullNow(caller: Caller): Counted | undefined {
  const known = full.get(nameOf(caller));
  if (!known || known.until <= performance.now()) return undefined;
  return { passes: false, budgets: known.budgets };
}

async function drain(name: string, caller: Caller): Promise<void> {
  for (;;) {
    const together = queues.get(name)?.splice(0) ?? [];
    if (together.length === 0) return void queues.delete(name);
    const counted = await ask(caller, together.length);
    for (const [at, tell] of together.entries())
      tell(counted && { passes: at < counted.through, budgets: counted.budgets });
  }
}

async function ask(caller: Caller, calls: number) {
  try {
    const { organizationId, credentialId } = caller;
    const values = [organizationId, credentialId, calls];
    const { rows } = await limitPool().query<{ counted: unknown }>(statement(values));
    const [through, keyLimit, keyLeft, keyResets, limit, left, resets, dayLimit, dayLeft, dayResets] = row.parse(
      rows[0]?.counted,
    );
    const budgets: Budget[] = [
      { name: "credential", limit: keyLimit, left: keyLeft, resets: keyResets, window: 60 },
      { name: "organization", limit, left, resets, window: 60 },
    ];
    if (dayLimit !== null && dayLeft !== null)
      budgets.push({ name: "day", limit: dayLimit, left: dayLeft, resets: dayResets, window: 86_400 });
    if (through < calls) noteFull(caller, budgets);
    return { through, budgets };
  } catch (error) {
    log.warn({ err: error }, "a call could not be counted");
    return undefined;
  }
}

function statement(values: unknown[]) {
  const text = "select guard.count_calls($1, $2, $3) as counted";
  return env().database.namedStatements ? { name: "count_calls", text, values } : { text, values };
}

function noteFull(caller: Caller, budgets: Budget[]): void {
  if (full.size >= most) full.clear();
  full.set(nameOf(caller), { until: performance.now() + askAgain * 1000, budgets });
}

function nameOf({ organizationId, credentialId }: Caller): string {
  return `${organizationId} ${credentialId}`;
}
