import { baseEnv, EnvError, env } from "@/lib/env";
import { ensureEmbeddedDatabase } from "./embedded";
import { MigrationError, migrate } from "./migrate";
import { EmbeddedDatabaseError } from "./server/faults";

const log = (line: string) => console.log(line);

async function main(): Promise<void> {
  const { embedded, dataDir } = baseEnv();
  const server = embedded ? await ensureEmbeddedDatabase(dataDir, { log }) : undefined;
  try {
    const { database } = env();
    if (!database.owner) throw new MigrationError("DATABASE_OWNER_URL is missing: migrations run as berth_owner.");
    await migrate({ ownerUrl: database.owner, workerUrl: database.worker, log });
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
