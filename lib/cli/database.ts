import postgres from "postgres";
import { ensureEmbeddedDatabase } from "@/db/embedded";
import { migrate, migrationsCurrent } from "@/db/migrate";
import { catalogue } from "@/lib/catalogue";
import { baseEnv, env } from "@/lib/env";
import { CommandError } from "./report";

/** Makes sure that the embedded database runs while `work` does; with a database by address there is nothing to start. */
export async function withServer<T>(work: () => Promise<T>): Promise<T> {
  const { embedded, dataDir } = baseEnv();
  const server = embedded ? await ensureEmbeddedDatabase(dataDir, { log: () => undefined }) : undefined;
  try {
    if (server)
      await migrate({ ownerUrl: server.urls.owner, workerUrl: server.urls.worker, catalogue, log: () => undefined });
    return await work();
  } finally {
    await server?.stop();
  }
}

/** A connection as `berth_owner`, to a database that this version's migrations made. */
export async function asOwner<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const { owner } = env().database;
  if (!owner) throw new CommandError("DATABASE_OWNER_URL is missing: this command runs as berth_owner.");
  if (!(await migrationsCurrent(owner, catalogue)))
    throw new CommandError("The database lacks migrations of this version: run npm run migrate first.");
  const sql = postgres(owner, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export type Transaction = postgres.TransactionSql;

/** One transaction as `berth_guard`, who may write what only the wall's functions write. For the command line only. */
export async function asGuard<T>(sql: postgres.Sql, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const answer = await sql.begin(async (transaction) => {
    await transaction`set local role berth_guard`;
    return { value: await work(transaction) };
  });
  return answer.value as T; // safe: begin unwraps lists of promises in its type only
}
