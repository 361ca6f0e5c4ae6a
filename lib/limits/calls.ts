import { z } from "zod";
import { limitPool } from "@/db/connection";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/** Whose call it is: counted on the credential, and on its organization. */
export type Caller = { organizationId: string; credentialId: string };

type Budget = { name: "credential" | "organization"; limit: number; left: number; resets: number };
export type Counted = { passes: boolean; budgets: Budget[] };

type Waiting = (counted: Counted | undefined) => void;

const row = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);

/** Calls of one caller that came while the ones before were being counted: the next statement counts all of them. */
const queues = new Map<string, Waiting[]>();

const most = 20_000;
/** Until when nothing of a caller goes through: told without asking. */
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
    queueMicrotask(() => void drain(name, caller));
  });
}

/** What a caller whose minute is full is told, until it is over. */
export function fullNow(caller: Caller): Counted | undefined {
  const known = full.get(nameOf(caller));
  const left = known ? known.until - Date.now() : 0;
  if (!known || left <= 0) return undefined;
  const resets = Math.ceil(left / 1000);
  return { passes: false, budgets: known.budgets.map((each) => (each.left === 0 ? { ...each, resets } : each)) };
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
    const [through, keyLimit, keyLeft, keyResets, limit, left, resets] = row.parse(rows[0]?.counted);
    const budgets: Budget[] = [
      { name: "credential", limit: keyLimit, left: keyLeft, resets: keyResets },
      { name: "organization", limit, left, resets },
    ];
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
  const waits = budgets.filter(({ left }) => left === 0).map(({ resets }) => resets);
  if (full.size >= most) full.clear();
  full.set(nameOf(caller), { until: Date.now() + Math.min(...waits, 60) * 1000, budgets });
}

function nameOf({ organizationId, credentialId }: Caller): string {
  return `${organizationId} ${credentialId}`;
}
