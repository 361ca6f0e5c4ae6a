import { ensureEmbeddedDatabase } from "@/db/embedded";
import { MigrationError, migrate } from "@/db/migrate";
import { EmbeddedDatabaseError } from "@/db/server/faults";
import { catalogue } from "@/lib/catalogue";
import { baseEnv, EnvError, env } from "@/lib/env";

const log = (line: string) => console.log(line);

async function main(): Promise<void> {
  const { embedded, dataDir, secondFactor } = baseEnv();
  const server = embedded ? await ensureEmbeddedDatabase(dataDir, { log }) : undefined;
  try {
    const { database } = env();
    if (!database.owner) throw new MigrationError("DATABASE_OWNER_URL is missing: migrations run as berth_owner.");
    await migrate({ ownerUrl: database.owner, workerUrl: database.worker, catalogue, log, secondFactor });
    log("The database is up to date.");
  } finally {
    await server?.stop();
  }
}

main().catch((error: unknown) => {
  const told = error instanceof EnvError || error instanceof MigrationError || error instanceof EmbeddedDatabaseError;
  console.error(told ? error.message : error);
  process.exitCode = 1;
});
