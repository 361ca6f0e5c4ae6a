import { z } from "zod";
import { limitPool } from "@/db/connection";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

/** Whose call it is: counted on the credential, and on its organization. */
export type Caller = { organizationId: string; credentialId: string };

export type Budget = {
  name: "credential" | "organization" | "day";
  limit: number;
  left: number;
  resets: number;
  /** Seconds that the limit is for; a day may have an hour more or less. */
  window: 60 | 86400;
};

/** Calls that were counted before they were made: how many, how many of them nobody made yet, and in which minutes. */
export type Ahead = { taken: number; rest: number; minutes: [number, number] };

type Asked = { calls: number; ahead: number; settled: Ahead | undefined };
/** `held`: of what was refused, others may give some back. */
export type Answered = { through: number; budgets: Budget[]; ahead: Ahead; held: boolean };

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
  number,
  number,
  number,
  number,
]);

/** Counts calls, and settles what was counted ahead before. Undefined where counting failed. */
export async function count(caller: Caller, asked: Asked): Promise<Answered | undefined> {
  try {
    const [
      through,
      keyLimit,
      keyLeft,
      keyResets,
      limit,
      left,
      resets,
      dayLimit,
      dayLeft,
      dayResets,
      taken,
      own,
      whole,
      held,
    ] = row.parse(await ask(caller, asked));
    const budgets: Budget[] = [
      { name: "credential", limit: keyLimit, left: keyLeft, resets: keyResets, window: 60 },
      { name: "organization", limit, left, resets, window: 60 },
    ];
    if (dayLimit !== null && dayLeft !== null)
      budgets.push({ name: "day", limit: dayLimit, left: dayLeft, resets: dayResets, window: 86_400 });
    return { through, budgets, ahead: { taken, rest: taken, minutes: [own, whole] }, held: held === 1 };
  } catch (error) {
    log.warn({ err: error }, "a call could not be counted");
    return undefined;
  }
}

/** Gives back what was counted ahead and not made. */
export async function settle(caller: Caller, settled: Ahead): Promise<void> {
  try {
    await ask(caller, { calls: 0, ahead: 0, settled });
  } catch (error) {
    log.warn({ err: error }, "calls that were counted ahead could not be given back");
  }
}

async function ask({ organizationId, credentialId }: Caller, { calls, ahead, settled }: Asked): Promise<unknown> {
  const back = settled ? [settled.taken, settled.rest, settled.minutes] : [0, 0, null];
  const values = [organizationId, credentialId, calls, ahead, ...back];
  const { rows } = await limitPool().query<{ counted: unknown }>(statement(values));
  return rows[0]?.counted;
}

function statement(values: unknown[]) {
  const text = "select guard.count_calls($1, $2, $3, $4, $5, $6, $7) as counted";
  return env().database.namedStatements ? { name: "count_calls_ahead", text, values } : { text, values };
}
