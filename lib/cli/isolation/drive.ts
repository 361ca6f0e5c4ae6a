import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { env } from "@/lib/env";
import { asOwner } from "../database";
import { CommandError } from "../report";
import { type Canary, makeCanary, removeCanary } from "./canary";
import { isRefusal, openAs } from "./open";
import { fencedTables, secretTables } from "./tables";
import { tryTable, type Verdict } from "./try-table";

export type Drive = { tries: number; faults: string[] };

/**
 * Two canary organizations, and every table that berth_app can name tried from inside the first: with the second's rows,
 * without a context and with a forged one. Runs on a live database and removes what it made.
 */
export function driveCanaries(): Promise<Drive> {
  return asOwner(async (owner) => {
    const suffix = randomBytes(4).toString("hex");
    const canaries: Canary[] = [];
    const app = postgres(env().database.app, { max: 1, onnotice: () => undefined });
    try {
      for (const name of ["own", "other"]) canaries.push(await makeCanary(owner, `canary-${name}-${suffix}`));
      const [own, other] = canaries;
      if (!own || !other) throw new CommandError("The canary organizations could not be made.");
      const verdicts: Verdict[] = [];
      for (const table of await fencedTables(app))
        verdicts.push(...(await tryTable({ app, owner, table, own, other })));
      for (const table of await secretTables(owner)) verdicts.push(await trySecret(app, table, own));
      return {
        tries: verdicts.length,
        faults: verdicts.flatMap(({ fault }) => (fault === undefined ? [] : [fault])),
      };
    } finally {
      await app.end({ timeout: 5 });
      for (const canary of canaries) await removeCanary(owner, canary);
    }
  });
}

async function trySecret(app: postgres.Sql, table: string, canary: Canary): Promise<Verdict> {
  let begun = false;
  try {
    await app.begin(async (sql) => {
      await openAs(sql, canary);
      begun = true;
      await sql`select 1 from ${sql.unsafe(table)} limit 1`;
    });
    return { fault: `${table} can be read by the application's login.` };
  } catch (error) {
    if (!begun) throw error;
    return isRefusal(error) ? {} : { fault: `${table}: ${String(error)}` };
  }
}
