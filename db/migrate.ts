import { setTimeout as wait } from "node:timers/promises";
import { Logger, runMigrations } from "graphile-worker";
import postgres from "postgres";
import { type Catalogue, catalogueHash, catalogueRecord, syncCatalogue } from "./catalogue";
import {
  defaultFolders,
  type Folders,
  type MigrationFile,
  readMigrations,
  type VersionedFile,
} from "./migration-files";

/** A migration that cannot be applied, as a sentence. `cause` is the server's own error. */
export class MigrationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "MigrationError";
  }
}

type Options = {
  ownerUrl: string;
  workerUrl: string;
  catalogue: Catalogue;
  log: (line: string) => void;
  folders?: Folders;
  /** Of whom the installation wants a second factor; without it what was set stays. */
  secondFactor?: string;
};

const lockTries = 20;

/**
 * Brings a bootstrapped database up to this version: changed function files first (the tables' defaults and policies
 * call them), then new migrations, then the job queue's own. Each file is one transaction; several starts queue up
 * behind an advisory lock. Throws `MigrationError`.
 */
export async function migrate({
  ownerUrl,
  workerUrl,
  catalogue,
  log,
  folders = defaultFolders,
  secondFactor,
}: Options): Promise<void> {
  const { functions, versioned, worker } = await readMigrations(folders);
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(hashtextextended('berth.migrate', 0))`;
    await sql.unsafe(recordTables);
    await applyFunctions(sql, functions, log);
    await applyVersioned(sql, versioned, log);
    await syncCatalogue(sql, catalogue);
    if (secondFactor) await sql`select guard.set_installation(${secondFactor})`;
    await migrateQueue(workerUrl, log);
    await applyWorker(sql, { files: worker, workerUrl, log });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const recordTables = `
  create schema if not exists berth_migrations;
  create table if not exists berth_migrations.repeatable (
    name text primary key, hash text not null, applied_at timestamptz not null default now());
  create table if not exists berth_migrations.versioned (
    id serial primary key, hash text not null, created_at bigint not null, name text not null unique,
    applied_at timestamptz not null default now());
  grant usage on schema berth_migrations to berth_app;
  grant select on berth_migrations.repeatable, berth_migrations.versioned to berth_app;
`;

type Applied = { name: string; hash: string };

async function applyFunctions(sql: postgres.Sql, files: MigrationFile[], log: Options["log"]): Promise<void> {
  for (const file of await changedFiles(sql, files)) {
    log(`Functions ${file.name}`);
    await apply(sql, file, (transaction) => recordFile(transaction, file));
  }
}

async function applyWorker(
  sql: postgres.Sql,
  { files, workerUrl, log }: { files: MigrationFile[]; workerUrl: string; log: Options["log"] },
): Promise<void> {
  const changed = await changedFiles(sql, files);
  if (changed.length === 0) return;
  const worker = postgres(workerUrl, { max: 1, onnotice: () => undefined });
  try {
    for (const file of changed) {
      log(`Functions ${file.name}`);
      await apply(worker, file, async () => undefined);
      await recordFile(sql, file);
    }
  } finally {
    await worker.end({ timeout: 5 });
  }
}

async function changedFiles(sql: postgres.Sql, files: MigrationFile[]): Promise<MigrationFile[]> {
  const applied = await sql<Applied[]>`select name, hash from berth_migrations.repeatable`;
  const known = new Map(applied.map(({ name, hash }) => [name, hash]));
  return files.filter(({ name, hash }) => known.get(name) !== hash);
}

async function recordFile(sql: postgres.ISql, { name, hash }: MigrationFile): Promise<void> {
  await sql`insert into berth_migrations.repeatable (name, hash) values (${name}, ${hash})
    on conflict (name) do update set hash = excluded.hash, applied_at = now()`;
}

async function applyVersioned(sql: postgres.Sql, files: VersionedFile[], log: Options["log"]): Promise<void> {
  const applied = await sql<Applied[]>`select name, hash from berth_migrations.versioned order by id`;
  const known = new Map(applied.map(({ name, hash }) => [name, hash]));
  refuseChanged(files, known);
  for (const file of files.filter(({ name }) => !known.has(name))) {
    log(`Migration ${file.name}`);
    await apply(sql, file, async (transaction) => {
      await transaction`insert into berth_migrations.versioned (name, hash, created_at)
        values (${file.name}, ${file.hash}, ${file.when})`;
    });
  }
}

function refuseChanged(files: VersionedFile[], known: Map<string, string>): void {
  const changed = files.find(({ name, hash }) => known.has(name) && known.get(name) !== hash);
  if (changed)
    throw new MigrationError(
      `Migration ${changed.name} was applied to this database in another form: migrations are append-only, so restore that file and write a new one.`,
    );
  const names = new Set(files.map(({ name }) => name));
  const missing = [...known.keys()].find((name) => !names.has(name));
  if (missing)
    throw new MigrationError(
      `This database already has the migration ${missing}, which this version does not know: run the version that made it, or a newer one.`,
    );
}

async function apply(
  sql: postgres.Sql,
  file: MigrationFile,
  record: (transaction: postgres.TransactionSql) => Promise<void>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sql.begin(async (transaction) => {
        await transaction.unsafe("set local lock_timeout = '3s'; set local check_function_bodies = off");
        await transaction.unsafe(file.sql);
        await transaction.unsafe("reset role");
        await record(transaction);
      });
      return;
    } catch (cause) {
      const locked = cause instanceof postgres.PostgresError && cause.code === "55P03";
      if (!locked || attempt === lockTries) throw new MigrationError(failureText(file, cause), { cause });
      await wait(200 * attempt);
    }
  }
}

function failureText(file: MigrationFile, cause: unknown): string {
  if (!(cause instanceof postgres.PostgresError)) return `${file.name} failed: ${String(cause)}`;
  const line = cause.position ? file.sql.slice(0, Number(cause.position)).split("\n").length : undefined;
  const detail = [cause.detail, cause.hint, cause.where].filter(Boolean).join(" ");
  return `${file.name}${line ? `:${line}` : ""} failed: ${cause.message} (${cause.code}). ${detail}`.trim();
}

/** graphile-worker would otherwise try to create its schema, which its login may not. */
const queueTable = `create table if not exists graphile_worker.migrations (
  id int primary key, ts timestamptz default now() not null, breaking boolean not null default false)`;

async function migrateQueue(workerUrl: string, log: Options["log"]): Promise<void> {
  const sql = postgres(workerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.unsafe(queueTable);
  } finally {
    await sql.end({ timeout: 5 });
  }
  const logger = new Logger(() => (level, message) => {
    if (level === "error" || level === "warning") log(`Job queue: ${message}`);
  });
  await runMigrations({ connectionString: workerUrl, logger });
}

/** Whether a database holds exactly this version's functions, migrations and catalogue. `url` may be the application's login. */
export async function migrationsCurrent(
  url: string,
  catalogue: Catalogue,
  folders: Folders = defaultFolders,
): Promise<boolean> {
  const { functions, versioned, worker } = await readMigrations(folders);
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    const applied = await sql<Applied[]>`select name, hash from berth_migrations.repeatable
      union all select name, hash from berth_migrations.versioned`;
    const known = new Map(applied.map(({ name, hash }) => [name, hash]));
    if (known.get(catalogueRecord) !== catalogueHash(catalogue)) return false;
    return [...functions, ...versioned, ...worker].every(({ name, hash }) => known.get(name) === hash);
  } catch (error) {
    if (error instanceof postgres.PostgresError && /^(42P01|3F000|42501)$/.test(error.code)) return false;
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
