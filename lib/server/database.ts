import { type EmbeddedDatabase, ensureEmbeddedDatabase } from "@/db/embedded";
import { checkLogins } from "@/db/logins";
import { migrate, migrationsCurrent } from "@/db/migrate";
import { catalogue } from "@/lib/catalogue";
import { baseEnv, type DatabaseEnv, env } from "../env";
import { askVersion } from "../health/answering";
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
    else await checkServers(database);
    await refuseStrongLogins();
    if (!(await migrationsCurrent(database.app, catalogue)))
      log.warn("The database lacks migrations of this version, so /readyz says no: run npm run migrate.");
    return server;
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

async function checkServers({ app, auth, worker }: DatabaseEnv): Promise<void> {
  const version = await askVersion("DATABASE_URL", app);
  const major = Math.floor(version / 10_000);
  const minor = version % 10_000;
  if (major < oldestPostgres)
    throw new StartError(`Berth needs PostgreSQL 15 or newer, and the server is ${major}.${minor}.`);
  const safe = safePostgres[major];
  if (safe !== undefined && minor < safe)
    log.warn(`PostgreSQL ${major}.${minor} has known security faults: update it to ${major}.${safe} or newer.`);
  await askVersion("DATABASE_AUTH_URL", auth);
  await askVersion("DATABASE_WORKER_URL", worker);
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
