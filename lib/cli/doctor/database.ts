import postgres from "postgres";
import { checkLogins } from "@/db/logins";
import { migrationsCurrent } from "@/db/migrate";
import { catalogue } from "@/lib/catalogue";
import { baseEnv, env } from "@/lib/env";
import { oldestPostgres, safePostgres } from "@/lib/health/postgres-versions";
import type { Check } from "../commands/doctor";
import { asGuard, asOwner } from "../database";

export async function databaseChecks(): Promise<Check[]> {
  const { database } = env();
  const version = await serverVersion(database.app);
  if (version.unreachable) return [version];
  const current = await migrationsCurrent(database.app, catalogue);
  const migrations: Check = {
    name: "Migrations",
    ok: current,
    says: current ? "current" : "the database is not of this version: run npm run migrate.",
  };
  const logins = await Promise.all((["app", "auth", "worker"] as const).map((login) => loginCheck(login)));
  if (!current) return [version, ...logins, migrations];
  if (!database.owner) {
    const says = "not looked at: DATABASE_OWNER_URL is not set here.";
    return [version, ...logins, migrations, { name: "Rights, worker, mail", ok: false, advice: true, says }];
  }
  return [version, ...logins, migrations, ...(await insideChecks())];
}

async function serverVersion(url: string): Promise<Check & { unreachable?: boolean }> {
  const name = "PostgreSQL";
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const [row] = await sql<{ number: number }[]>`select current_setting('server_version_num')::int as number`;
    const major = Math.floor((row?.number ?? 0) / 10_000);
    const minor = (row?.number ?? 0) % 10_000;
    const version = `${major}.${minor}`;
    if (major < oldestPostgres)
      return { name, ok: false, says: `${version} is too old: Berth needs ${oldestPostgres}.` };
    const safe = safePostgres[major];
    if (safe === undefined || minor >= safe) return { name, ok: true, says: version };
    if (baseEnv().embedded) return { name, ok: true, says: `${version}, on loopback only` };
    return { name, ok: false, advice: true, says: `${version} has known faults: update to ${major}.${safe} or newer.` };
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    return { name, ok: false, unreachable: true, says: `does not answer: ${reason}` };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function loginCheck(login: "app" | "auth" | "worker"): Promise<Check> {
  const faults = await checkLogins(env().database[login], login);
  return { name: `Login ${login}`, ok: faults.length === 0, says: faults.join(" ") || "as weak as it must be" };
}

type Queues = { drift: number; overdue: number; failed: number; failed_mail: number; factor_for: string };

/** Ages are by the database's clock. A waiting job is overdue after five minutes without a worker. */
function insideChecks(): Promise<Check[]> {
  return asOwner(async (sql) => {
    const [row] = await asGuard(
      sql,
      (transaction) => transaction<Queues[]>`select
        (select count(*)::int from guard.rights_drift()) as drift,
        (select count(*)::int from guard.jobs where state = 'waiting' and attempts = 0 and created_at < now() - interval '5 minutes') as overdue,
        (select count(*)::int from guard.jobs where state = 'failed') as failed,
        (select count(*)::int from guard.jobs where state = 'failed' and task = 'mail.send') as failed_mail,
        (select factor_for from guard.installation) as factor_for`,
    );
    const { drift = 0, overdue = 0, failed = 0, failed_mail: failedMail = 0, factor_for: factorFor } = row ?? {};
    const { secondFactor } = baseEnv();
    return [
      {
        name: "Rights",
        ok: drift === 0,
        says:
          drift === 0
            ? "every stored right follows from its rows"
            : `${drift} memberships hold other rights than follow from their rows.`,
      },
      {
        name: "Second factor",
        ok: factorFor === secondFactor,
        says:
          factorFor === secondFactor
            ? `wanted of ${secondFactor}`
            : `the database wants it of ${factorFor}, and SECOND_FACTOR here says ${secondFactor}: run npm run migrate with the server's environment.`,
      },
      {
        name: "Worker",
        ok: overdue === 0,
        says:
          overdue === 0 ? "nothing is overdue" : `${overdue} jobs wait longer than five minutes: is a worker running?`,
      },
      {
        name: "Mail",
        ok: failedMail === 0,
        says: failedMail === 0 ? "nothing failed" : `${failedMail} mails failed: retry them in the console.`,
      },
      {
        name: "Jobs",
        ok: failed === failedMail,
        says:
          failed === failedMail ? "nothing failed" : `${failed - failedMail} jobs failed: retry them in the console.`,
      },
    ];
  });
}
