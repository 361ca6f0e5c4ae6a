import { ensureEmbeddedDatabase } from "@/db/embedded";
import { MigrationError, migrate } from "@/db/migrate";
import { catalogue } from "@/lib/catalogue";
import { baseEnv, env } from "@/lib/env";
import { askVersion } from "@/lib/health/answering";
import { startFault } from "@/lib/server/faults";

const log = (line: string) => console.log(line);

async function main(): Promise<void> {
  const { embedded, dataDir, secondFactor } = baseEnv();
  const server = embedded ? await ensureEmbeddedDatabase(dataDir, { log }) : undefined;
  try {
    const { database } = env();
    if (!database.owner) throw new MigrationError("DATABASE_OWNER_URL is missing: migrations run as berth_owner.");
    await askVersion("DATABASE_OWNER_URL", database.owner);
    await askVersion("DATABASE_WORKER_URL", database.worker);
    await migrate({ ownerUrl: database.owner, workerUrl: database.worker, catalogue, log, secondFactor });
    log(`The database is up to date. A second factor is wanted of ${secondFactor} (SECOND_FACTOR).`);
  } finally {
    await server?.stop();
  }
}

main().catch((error: unknown) => {
  console.error(startFault(error));
  process.exitCode = 1;
});
