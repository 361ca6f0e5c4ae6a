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
  return {
    app: inDatabase(server.app, name),
    auth: inDatabase(server.auth, name),
    worker: inDatabase(server.worker, name),
    owner: inDatabase(server.owner, name),
    superuser: inDatabase(server.superuser, name),
  };
}
