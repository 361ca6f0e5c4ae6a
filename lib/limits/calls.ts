import { setTimeout as wait } from "node:timers/promises";
import { type Ahead, type Budget, type Caller, count, settle } from "./counting";

export type { Caller } from "./counting";
export type Counted = { passes: boolean; budgets: Budget[] };

type Waiting = (counted: Counted | undefined) => void;

/** Where the calls of one caller are counted: those that came while the ones before were being counted wait here. */
type Desk = {
  waiting: Waiting[];
  asking: boolean;
  /** About how many calls came in the last term, and when that was said. */
  pace: number;
  paced: number;
  /** What is counted already, until when it holds, and what was left of the budgets beside it. */
  ahead: (Ahead & { until: number; budgets: Budget[] }) | undefined;
};

const desks = new Map<string, Desk>();

const most = 20_000;
/** Milliseconds for which calls are counted ahead, and after which what is left of them is given back if nobody asked since. */
const term = 250;
const givenBack = 300;
/** From so many calls in a term they are counted ahead, and so many at most. */
const often = 8;
const mostAhead = 64;
/** Milliseconds after which it is asked again where others may give something back. */
const patience = 100;
/** Seconds after which it is asked again about what is spent, since somebody may have raised its limit. */
const askAgain = 1;
/** Until when nothing of a caller goes through, by a clock that nobody sets: told without asking. */
const full = new Map<string, { until: number; budgets: Budget[] }>();

/**
 * Counts one call. Exact over any number of processes, since one row counts for all of them, and cheap where many come at
 * once, which share a statement, or one after another: while much is left, those of a caller who calls often are counted
 * ahead, and given back where they do not come. Undefined where counting failed: the call then goes through (README, limits).
 */
export function countCall(caller: Caller): Promise<Counted | undefined> {
  const known = fullNow(caller);
  if (known) return Promise.resolve(known);
  const desk = deskOf(caller);
  const spent = spend(desk);
  if (spent) return Promise.resolve(spent);
  return new Promise((resolve) => {
    desk.waiting.push(resolve);
    if (desk.asking) return;
    desk.asking = true;
    // After what the call itself asks: a database process that wakes first takes the processor before that is sent.
    setImmediate(() => void drain(desk, caller));
  });
}

/** What a caller who has spent a budget is told without asking. */
export function fullNow(caller: Caller): Counted | undefined {
  const known = full.get(nameOf(caller));
  if (!known || known.until <= performance.now()) return undefined;
  return { passes: false, budgets: known.budgets };
}

function spend({ ahead }: Desk): Counted | undefined {
  if (!ahead || ahead.rest === 0 || performance.now() >= ahead.until) return undefined;
  ahead.rest -= 1;
  return { passes: true, budgets: withRest(ahead.budgets, ahead.rest) };
}

/** What is counted ahead is left as well. */
function withRest(budgets: Budget[], rest: number): Budget[] {
  return budgets.map((budget) => ({ ...budget, left: budget.left + rest }));
}

async function drain(desk: Desk, caller: Caller): Promise<void> {
  for (;;) {
    const together = desk.waiting.splice(0);
    if (together.length === 0) break;
    const counted = await ask(desk, caller, together.length);
    const refused = together.splice(counted?.through ?? together.length);
    for (const tell of together) tell(counted && { passes: true, budgets: counted.budgets });
    if (!counted || refused.length === 0) continue;
    if (counted.held) {
      desk.waiting.unshift(...refused);
      await wait(patience);
      continue;
    }
    noteFull(caller, counted.budgets);
    for (const tell of refused) tell({ passes: false, budgets: counted.budgets });
  }
  desk.asking = false;
}

async function ask(desk: Desk, caller: Caller, calls: number) {
  const now = performance.now();
  const settled = desk.ahead;
  desk.ahead = undefined;
  keepPace(desk, now, calls + (settled ? settled.taken - settled.rest : 0));
  const wanted = desk.pace < often ? 0 : Math.min(mostAhead, Math.floor(desk.pace));
  const counted = await count(caller, { calls, ahead: wanted, settled });
  if (!counted) return undefined;
  const { ahead, budgets } = counted;
  if (ahead.taken > 0) keepAhead(desk, caller, { ...ahead, budgets, until: now + term });
  return { ...counted, budgets: withRest(budgets, ahead.taken) };
}

/** So many calls came since it was said last, and those before fade. */
function keepPace(desk: Desk, now: number, calls: number): void {
  desk.pace = desk.pace * Math.exp((desk.paced - now) / term) + calls;
  desk.paced = now;
}

function keepAhead(desk: Desk, caller: Caller, ahead: NonNullable<Desk["ahead"]>): void {
  desk.ahead = ahead;
  const giveBack = () => {
    if (desk.ahead !== ahead) return;
    desk.ahead = undefined;
    void settle(caller, ahead);
  };
  setTimeout(giveBack, givenBack).unref();
}

function deskOf(caller: Caller): Desk {
  const name = nameOf(caller);
  const known = desks.get(name);
  if (known) return known;
  if (desks.size >= most) for (const [other, { asking, ahead }] of desks) if (!asking && !ahead) desks.delete(other);
  const desk: Desk = { waiting: [], asking: false, pace: 0, paced: performance.now(), ahead: undefined };
  desks.set(name, desk);
  return desk;
}

function noteFull(caller: Caller, budgets: Budget[]): void {
  if (full.size >= most) full.clear();
  full.set(nameOf(caller), { until: performance.now() + askAgain * 1000, budgets });
}

function nameOf({ organizationId, credentialId }: Caller): string {
  return `${organizationId} ${credentialId}`;
}
