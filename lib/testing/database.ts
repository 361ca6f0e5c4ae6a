import postgres from "postgres";
import { inject } from "vitest";
import { cloneDatabase, inDatabase } from "@/db/bootstrap";
import type { DatabaseUrls } from "@/db/embedded";

let clone: Promise<DatabaseUrls> | undefined;

/** This test file's own database, migrated and empty. The run drops it at its end. */
export function testDatabase(): Promise<DatabaseUrls> {
  clone ??= scratchDatabase();
  return clone;
}

/** Another migrated and empty database, for a test that breaks its own. */
export async function scratchDatabase(): Promise<DatabaseUrls> {
  const servers = inject("databaseServers");
  const server = servers[(Number(process.env.VITEST_POOL_ID) - 1) % servers.length] as (typeof servers)[number]; // within its length
  const name = `berth_test_${crypto.randomUUID().replaceAll("-", "")}`;
  await cloneDatabase(server.superuser, "berth_template", name);
  await waitLongForLocks(server.superuser, name);
  return {
    app: inDatabase(server.app, name),
    auth: inDatabase(server.auth, name),
    worker: inDatabase(server.worker, name),
    owner: inDatabase(server.owner, name),
    superuser: inDatabase(server.superuser, name),
  };
}

/** Who wins a race is tested, not how long a slow machine lets the others wait for it. */
async function waitLongForLocks(superuser: string, name: string): Promise<void> {
  const sql = postgres(superuser, { max: 1 });
  for (const role of ["berth_app", "berth_auth"])
    await sql.unsafe(`alter role ${role} in database ${name} set lock_timeout = '60s'`);
  await sql.end();
}
