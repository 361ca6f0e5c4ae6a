import { defineCommand } from "citty";
import { bootstrapStatements } from "@/db/bootstrap";
import { baseEnv, env } from "@/lib/env";
import { withServer } from "../database";
import { databaseChecks } from "../doctor/database";
import { environmentChecks } from "../doctor/environment";
import { jsonOption, type Outcome, report } from "../report";

export type Check = { name: string; ok: boolean; says: string; advice?: boolean };

export const doctor = defineCommand({
  meta: { name: "doctor", description: "Check environment, versions, logins, migrations, rights, worker and mail" },
  args: {
    bootstrap: {
      type: "boolean",
      description:
        "Print the SQL that an administrator runs once with psql, where the migrating login may not make roles",
      default: false,
    },
    ...jsonOption,
  },
  run: ({ args }) => report(args.json, () => (args.bootstrap ? printBootstrap() : examine())),
});

/** Every check, in the order in which a fault would hide the next. */
export async function examine(): Promise<Outcome> {
  const environment = environmentChecks();
  const checks = environment.some(({ ok }) => !ok)
    ? environment
    : [...environment, ...(await withServer(databaseChecks))];
  const ok = checks.every((check) => check.ok || check.advice);
  const width = Math.max(...checks.map(({ name }) => name.length));
  const lines = checks.map((check) => `${markOf(check)}  ${check.name.padEnd(width)}  ${check.says}`);
  return { ok, lines: [...lines, ok ? "All is well." : "Something needs your attention: see above."], data: checks };
}

function markOf({ ok, advice }: Check): string {
  if (ok) return "ok   ";
  return advice ? "note " : "FAULT";
}

/** Sync in effect: it reads two files, and no database needs to stand. */
async function printBootstrap(): Promise<Outcome> {
  const database = baseEnv().embedded ? "berth" : decodeURIComponent(new URL(env().database.app).pathname.slice(1));
  const statements = bootstrapStatements({ database });
  return { ok: true, lines: [statements], data: { database, statements } };
}
