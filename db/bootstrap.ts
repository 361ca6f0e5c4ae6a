import { readFileSync } from "node:fs";
import postgres from "postgres";

export type LoginName = "app" | "auth" | "worker" | "owner";
export type Passwords = Record<LoginName, string>;
type BootstrapOptions = { database: string; passwords?: Passwords | undefined };

export const loginRoles: Record<LoginName, string> = {
  app: "berth_app",
  auth: "berth_auth",
  worker: "berth_worker",
  owner: "berth_owner",
};

/**
 * What an administrator runs once with psql on a server where the migrating login may not create roles. Repeatable.
 * Without `passwords` the logins keep theirs.
 */
export function bootstrapStatements({ database, passwords }: BootstrapOptions): string {
  const name = literal(database);
  return [
    "\\set ON_ERROR_STOP on",
    clusterStatements(passwords),
    `select format('create database %I owner berth_owner', ${name}) where not exists (select from pg_database where datname = ${name}) \\gexec`,
    `\\connect ${identifier(database)}`,
    databaseStatements(database),
  ].join("\n");
}

/** Runs the bootstrap on a server of our own as its superuser; `url` names any database of it. */
export async function bootstrap(url: string, { database, passwords }: BootstrapOptions): Promise<void> {
  await asSuperuser(url, async (sql) => {
    await sql.unsafe(clusterStatements(passwords));
    const found = await sql`select from pg_database where datname = ${database}`;
    await sql.unsafe("revoke all on database postgres, template1 from public");
    if (found.length === 0) await sql.unsafe(`create database ${identifier(database)} owner berth_owner`);
  });
  await asSuperuser(inDatabase(url, database), (sql) => sql.unsafe(databaseStatements(database)));
}

/**
 * Makes a database as a copy of `template` (which nobody may be connected to) and gives it the rights on the database
 * itself, which a copy does not inherit: without them PUBLIC may connect and make temporary tables.
 */
export async function cloneDatabase(superuserUrl: string, template: string, name: string): Promise<void> {
  const database = identifier(name);
  await asSuperuser(inDatabase(superuserUrl, "postgres"), async (sql) => {
    await sql.unsafe(`create database ${database} template ${identifier(template)} owner berth_owner`);
    await sql.unsafe(
      `revoke all on database ${database} from public;
       grant connect on database ${database} to berth_owner, berth_app, berth_auth, berth_worker;
       grant create on database ${database} to berth_owner, berth_guard;`,
    );
  });
}

/** The same login on another database of the same server. */
export function inDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

async function asSuperuser(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

function clusterStatements(passwords: Passwords | undefined): string {
  const file = readFileSync(new URL("./sql/bootstrap-cluster.sql", import.meta.url), "utf8");
  if (!passwords) return file;
  const logins = Object.keys(loginRoles) as LoginName[]; // safe: the object has these keys only
  return `${file}\n${logins.map((name) => `alter role ${loginRoles[name]} password ${literal(passwords[name])};`).join("\n")}\n`;
}

function databaseStatements(database: string): string {
  const file = readFileSync(new URL("./sql/bootstrap-database.sql", import.meta.url), "utf8");
  return file.replaceAll(":database", identifier(database));
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
