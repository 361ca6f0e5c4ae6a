import pg from "pg";
import { cloneDatabase, inDatabase } from "@/db/bootstrap";
import { type EmbeddedDatabase, ensureEmbeddedDatabase } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { Handle } from "@/lib/access/handle";
import { catalogue } from "@/lib/catalogue";
import { type Founded, foundOrganization } from "@/lib/testing/founding";

export type World = {
  server: EmbeddedDatabase;
  /** Bare queries: the superuser's pool, same driver and settings as the application's. */
  bare: pg.Pool;
  organization: Founded;
  other: Founded;
  handle: Handle;
  quick: boolean;
};

const members = 1000;

/** A server of its own in `.data/bench` with two organizations; the first has a thousand members. */
export async function makeWorld(quick: boolean): Promise<World> {
  const settings = { fsync: "off", shared_buffers: "512MB", max_wal_size: "4GB", autovacuum: "off" };
  const server = await ensureEmbeddedDatabase(".data/bench", { log: () => undefined, settings });
  const { urls } = server;
  await migrate({ ownerUrl: urls.owner, workerUrl: urls.worker, catalogue, log: () => undefined });
  process.env.DATABASE_URL = urls.app;
  process.env.DATABASE_AUTH_URL = urls.auth;
  process.env.DATABASE_WORKER_URL = urls.worker;
  process.env.BERTH_SECRET ??= "a secret for benchmarks only, of a fair length";
  const name = Date.now().toString(36);
  const organization = await foundOrganization(urls.superuser, `bench-${name}`);
  const other = await foundOrganization(urls.superuser, `other-${name}`);
  const bare = openPool(urls.superuser);
  await bare.query("update organizations set api_calls_per_key = 10000000, api_calls = 10000000");
  await addMembers(bare, organization, { from: 1, to: members });
  return { server, bare, organization, other, handle: handleOf(organization), quick };
}

export const request = { id: "0190a5e0-1111-7111-8111-0190a5e01111", address: "10.1.2.3", agent: "bench" };

export function handleOf({ session, slug }: Founded): Handle {
  return new Handle({ kind: "session", secret: session, audience: slug }, request);
}

/** `options`: settings of its sessions, as a command line of the server has them. */
export function openPool(connectionString: string, options?: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 20, pipeline: true, options } as pg.PoolConfig); // newer than its types
  pool.on("error", () => undefined); // a backend that ends is replaced at the next checkout
  return pool;
}

/** A copy of the world's database, for what would swell it. A template may have no connections: idle ones are ended. */
export async function copyWorld({ server }: World, name: string): Promise<void> {
  await dropCopy(server, name, "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'berth'");
  await cloneDatabase(server.urls.superuser, "berth", name);
}

export async function dropCopy(server: EmbeddedDatabase, name: string, before = "select"): Promise<void> {
  const superuser = await connect(inDatabase(server.urls.superuser, "postgres"));
  await superuser.query(before);
  await superuser.query(`drop database if exists ${name} with (force)`);
  await superuser.end();
}

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, pipeline: true } as pg.ClientConfig); // newer than its types
  client.on("error", () => undefined); // told by its query
  await client.connect();
  return client;
}

/** People without triggers, as a superuser may. */
export async function addMembers(
  pool: pg.Pool,
  { organizationId, slug }: Founded,
  { from, to }: { from: number; to: number },
): Promise<void> {
  const client = await pool.connect();
  await client.query("set session_replication_role = replica");
  await client.query(
    `with people as (
       insert into users (id, email, name)
       select gen_random_uuid(), $2 || n || '@people.example', 'Person ' || n from generate_series($3::int, $4::int) n
       returning id, name, email)
     insert into memberships (organization_id, id, user_id, role_key, origin, name, email)
     select $1, gen_random_uuid(), id, 'user', 'seed', name, email from people`,
    [organizationId, slug, from, to],
  );
  await client.query("reset session_replication_role; analyze");
  client.release();
}
