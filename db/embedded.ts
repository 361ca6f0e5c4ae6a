import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { z } from "zod";
import { bootstrap, type LoginName, loginRoles, type Passwords } from "./bootstrap";
import { findBinaries } from "./server/binaries";
import { EmbeddedDatabaseError } from "./server/faults";
import { registerUse, withLock } from "./server/lock";
import { type Cluster, freePort, initialize, isInitialized, startServer, stopServer } from "./server/process";
import { assertReachable, databaseUser } from "./server/system-user";

const urlsSchema = z.object({
  app: z.string(),
  auth: z.string(),
  worker: z.string(),
  owner: z.string(),
  superuser: z.string(),
});

export type DatabaseUrls = z.infer<typeof urlsSchema>;

export type EmbeddedDatabase = {
  urls: DatabaseUrls;
  /** Leaves the server; the last one of this machine's processes that use it stops it. */
  stop(): Promise<void>;
  /** Another process had started it. */
  shared: boolean;
};

type Options = {
  log: (line: string) => void;
  /** Server settings beside the usual ones, for tests (`fsync` off) and benchmarks. */
  settings?: Record<string, string>;
};

const databaseName = "berth";

/**
 * A running PostgreSQL under `dataDir` with Berth's roles and an empty or existing database `berth`. Starts on one
 * folder share one server. Throws `EmbeddedDatabaseError` with a sentence for what stands in the way.
 */
export async function ensureEmbeddedDatabase(dataDir: string, options: Options): Promise<EmbeddedDatabase> {
  const folder = await makeFolder(resolve(dataDir));
  const [binaries, user] = await Promise.all([findBinaries(), databaseUser()]);
  if (user) await Promise.all([assertReachable(folder, user), assertReachable(binaries.root, user)]);
  const cluster: Cluster = { folder: join(folder, "postgres"), binaries, user };
  return withLock(folder, async () => {
    const known = await readUrls(folder);
    const shared = known !== undefined && (await answers(known.superuser));
    const urls = shared && known ? known : await start(cluster, { folder, known, options });
    const leave = await registerUse(folder);
    return { urls, shared, stop: once(() => withLock(folder, () => stopWhenLast(cluster, leave))) };
  });
}

async function makeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o711 });
    return folder;
  } catch (cause) {
    throw new EmbeddedDatabaseError(`The folder ${folder} cannot be made: set DATA_DIR to one that you may write to.`, {
      cause,
    });
  }
}

type Start = { folder: string; known: DatabaseUrls | undefined; options: Options };

async function start(cluster: Cluster, { folder, known, options }: Start): Promise<DatabaseUrls> {
  const fresh = !(await isInitialized(cluster.folder));
  if (!fresh && !known)
    throw new EmbeddedDatabaseError(
      `${cluster.folder} holds a database, but ${join(folder, "database.json")} with its passwords is gone: put it back, or remove that folder to begin anew.`,
    );
  const passwords = fresh || !known ? newPasswords() : passwordsOf(known);
  if (fresh) {
    options.log("Making a new database server");
    await initialize(cluster, passwords.superuser);
  }
  const port = await freePort(known ? Number(new URL(known.superuser).port) : undefined);
  const urls = urlsFor(port, passwords);
  await writeUrls(folder, urls);
  options.log(`Starting PostgreSQL on 127.0.0.1:${port}`);
  await startServer(cluster, port, options.settings ?? {});
  try {
    await bootstrap(urls.superuser.replace(/\/[^/]*$/, "/postgres"), { database: databaseName, passwords });
  } catch (error) {
    await stopServer(cluster);
    throw error;
  }
  return urls;
}

async function stopWhenLast(cluster: Cluster, leave: () => Promise<boolean>): Promise<void> {
  if (await leave()) await stopServer(cluster);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 30, onnotice: () => undefined });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

type AllPasswords = Passwords & { superuser: string };

function newPasswords(): AllPasswords {
  const make = () => randomBytes(24).toString("base64url");
  return { app: make(), auth: make(), worker: make(), owner: make(), superuser: make() };
}

function passwordsOf(urls: DatabaseUrls): AllPasswords {
  const read = (name: keyof DatabaseUrls) => decodeURIComponent(new URL(urls[name]).password);
  return {
    app: read("app"),
    auth: read("auth"),
    worker: read("worker"),
    owner: read("owner"),
    superuser: read("superuser"),
  };
}

function urlsFor(port: number, passwords: AllPasswords): DatabaseUrls {
  const url = (role: string, password: string) => `postgres://${role}:${password}@127.0.0.1:${port}/${databaseName}`;
  const login = (name: LoginName) => url(loginRoles[name], passwords[name]);
  return {
    app: login("app"),
    auth: login("auth"),
    worker: login("worker"),
    owner: login("owner"),
    superuser: url("postgres", passwords.superuser),
  };
}

async function readUrls(folder: string): Promise<DatabaseUrls | undefined> {
  const text = await readFile(join(folder, "database.json"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : urlsSchema.parse(JSON.parse(text));
}

async function writeUrls(folder: string, urls: DatabaseUrls): Promise<void> {
  const file = join(folder, "database.json");
  await writeFile(`${file}.new`, `${JSON.stringify(urls, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
