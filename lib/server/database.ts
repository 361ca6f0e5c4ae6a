import postgres from "postgres";
import { type EmbeddedDatabase, ensureEmbeddedDatabase } from "@/db/embedded";
import { checkLogins } from "@/db/logins";
import { migrate, migrationsCurrent } from "@/db/migrate";
import { catalogue } from "@/lib/catalogue";
import { baseEnv, env } from "../env";
import { oldestPostgres, safePostgres } from "../health/postgres-versions";
import { log } from "../log";
import { StartError } from "./faults";

/** Makes sure that a database stands, is migrated where it is ours, and that its logins are as weak as they must be. */
export async function prepareDatabase(): Promise<EmbeddedDatabase | undefined> {
  const { embedded, dataDir, secondFactor } = baseEnv();
  const note = (line: string) => log.info(line);
  const server = embedded ? await ensureEmbeddedDatabase(dataDir, { log: note }) : undefined;
  try {
    const { database } = env();
    if (server)
      await migrate({ ownerUrl: server.urls.owner, workerUrl: server.urls.worker, catalogue, log: note, secondFactor });
    else await checkServer(database.app);
    await refuseStrongLogins();
    if (!(await migrationsCurrent(database.app, catalogue)))
      log.warn("The database lacks migrations of this version, so /readyz says no: run npm run migrate.");
    return server;
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

async function checkServer(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
    const major = Math.floor((row?.version ?? 0) / 10_000);
    const minor = (row?.version ?? 0) % 10_000;
    if (major < oldestPostgres)
      throw new StartError(`Berth needs PostgreSQL 15 or newer, and the server is ${major}.${minor}.`);
    const safe = safePostgres[major];
    if (safe !== undefined && minor < safe)
      log.warn(`PostgreSQL ${major}.${minor} has known security faults: update it to ${major}.${safe} or newer.`);
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new StartError(`The database at ${new URL(url).host} does not answer: ${reason}. Check DATABASE_URL.`, {
      cause,
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function refuseStrongLogins(): Promise<void> {
  const { database } = env();
  const checks = (["app", "auth", "worker"] as const).map((login) => checkLogins(database[login], login));
  const faults = (await Promise.all(checks)).flat();
  if (faults.length > 0)
    throw new StartError(
      `${faults.join("\n")}\nSo the database would not keep organizations apart, and Berth does not start. npm run berth -- doctor --bootstrap prints what an administrator has to run.`,
    );
}
