import { createHash, randomBytes } from "node:crypto";
import { resolve } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { bootstrap, inDatabase, type LoginName, loginRoles, type Passwords } from "@/db/bootstrap";
import { catalogueHash } from "@/db/catalogue";
import { type DatabaseUrls, ensureEmbeddedDatabase } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { defaultFolders, readMigrations } from "@/db/migration-files";
import { catalogue } from "@/lib/catalogue";

declare module "vitest" {
  interface ProvidedContext {
    databaseServers: DatabaseUrls[];
  }
}

const template = "berth_template";

/**
 * A server for each worker, embedded ones under .data, since what a transaction may see depends on all that run on its
 * server; or the one that BERTH_TEST_DATABASE names by a superuser's address, for a run of one worker. Its template is made
 * anew where the migrations changed.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const other = process.env.BERTH_TEST_DATABASE;
  const servers = await Promise.all(
    other
      ? [prepareOther(other).then((urls) => ({ urls, stop: () => Promise.resolve() }))]
      : Array.from({ length: project.config.maxWorkers }, (_, at) => startEmbedded(at + 1)),
  );
  await Promise.all(servers.map(({ urls }) => makeTemplate(urls)));
  project.provide(
    "databaseServers",
    servers.map(({ urls }) => urls),
  );
  return async () => {
    for (const { urls, stop } of servers) {
      await dropClones(urls.superuser);
      await stop();
    }
  };
}

/** Without autovacuum, whose transactions would keep back events of tests, and change plans between two statements. */
function startEmbedded(number: number) {
  const settings = { autovacuum: "off", fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  return ensureEmbeddedDatabase(resolve(`.data/test-${number}`), { log: () => undefined, settings });
}

async function prepareOther(superuser: string): Promise<DatabaseUrls> {
  const password = () => randomBytes(24).toString("base64url");
  const passwords: Passwords = { app: password(), auth: password(), worker: password(), owner: password() };
  await bootstrap(inDatabase(superuser, "postgres"), { database: "berth", passwords });
  const url = (name: LoginName) => {
    const login = new URL(inDatabase(superuser, "berth"));
    login.username = loginRoles[name];
    login.password = passwords[name];
    return login.href;
  };
  return { app: url("app"), auth: url("auth"), worker: url("worker"), owner: url("owner"), superuser };
}

async function makeTemplate(urls: DatabaseUrls): Promise<void> {
  const version = await migrationsVersion();
  const sql = postgres(inDatabase(urls.superuser, "postgres"), { max: 1, onnotice: () => undefined });
  try {
    const [known] = await sql<{ version: string | null }[]>`
      select shobj_description(oid, 'pg_database') as version from pg_database where datname = ${template}`;
    if (known?.version === version) return;
    await dropClones(urls.superuser);
    await sql.unsafe(`drop database if exists ${template} with (force)`);
    await bootstrap(inDatabase(urls.superuser, "postgres"), { database: template });
    await migrate({
      catalogue,
      ownerUrl: inDatabase(urls.owner, template),
      workerUrl: inDatabase(urls.worker, template),
      log: () => undefined,
    });
    await sql.unsafe(`comment on database ${template} is '${version}'`);
  } finally {
    await sql.end();
  }
}

async function migrationsVersion(): Promise<string> {
  const hash = createHash("sha256").update(catalogueHash(catalogue));
  for (const files of Object.values(await readMigrations(defaultFolders)))
    for (const file of files) hash.update(file.name).update(file.hash);
  return hash.digest("hex");
}

async function dropClones(superuser: string): Promise<void> {
  const sql = postgres(inDatabase(superuser, "postgres"), { max: 1, onnotice: () => undefined });
  try {
    const clones = await sql<
      { name: string }[]
    >`select datname as name from pg_database where datname like 'berth\_test\_%'`;
    for (const { name } of clones) await sql.unsafe(`drop database if exists ${name} with (force)`);
  } finally {
    await sql.end();
  }
}
