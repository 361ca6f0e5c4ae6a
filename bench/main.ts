import { createHash } from "node:crypto";
import pg from "pg";
import { ensureEmbeddedDatabase } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { catalogue } from "@/lib/catalogue";

const folder = ".data/bench";
const rounds = 9;
const perRound = 300;

type Way = { name: string; run: () => Promise<unknown> };

/**
 * Ratios of ways that run interleaved on the same machine, never absolute times: the bare query is 100 %. One caller,
 * one connection each, a database in memory. Repeats differ by 15 to 20 %.
 */
async function main(): Promise<void> {
  const server = await ensureEmbeddedDatabase(folder, { log: () => undefined, settings: { fsync: "off" } });
  try {
    await migrate({ ownerUrl: server.urls.owner, workerUrl: server.urls.worker, catalogue, log: () => undefined });
    const world = await makeWorld(server.urls.superuser);
    const clients = await Promise.all([
      connect(server.urls.superuser),
      connect(server.urls.superuser),
      connect(server.urls.app),
    ]);
    const [bare, usual, proven] = clients;
    const ways: Way[] = [
      { name: "bare query, no check at all", run: () => bareRead(bare, world) },
      { name: "usual way: three look-ups, then the setting", run: () => usualRead(usual, world) },
      { name: "proven context with live permission", run: () => provenRead(proven, world) },
    ];
    print(await compare(ways));
    await Promise.all(clients.map((client) => client.end()));
  } finally {
    await server.stop();
  }
}

type World = { organizationId: string; membershipId: string; slug: string; session: string; hash: Buffer };

async function makeWorld(superuser: string): Promise<World> {
  const client = await connect(superuser);
  const one = async (text: string, values: unknown[]) => (await client.query(text, values)).rows[0]?.value as string;
  const slug = `bench-${Date.now().toString(36)}`;
  await client.query("set role berth_guard");
  const user = await one("select guard.create_user($1, 'Bench', null, null, null) as value", [`${slug}@bench.example`]);
  const root = await one("select guard.create_session($1, 'password', 'bench', '{}') as value", [user]);
  const organizationId = await one("select guard.make_organization($1, $2, $3) as value", [{ name: slug }, slug, user]);
  const nonce = createHash("sha256").update("bench").digest("hex");
  const code = await one("select guard.create_handoff($1, $2, $3, '{}') as value", [root, slug, nonce]);
  const session = await one("select guard.redeem_handoff($1, $2, 'bench', '{}') as value", [code, slug]);
  const membershipId = await one("select id as value from memberships where organization_id = $1", [organizationId]);
  await client.end();
  return { organizationId, membershipId, slug, session, hash: createHash("sha256").update(session).digest() };
}

const read = "select id, name, email, role_key from memberships where organization_id = $1 and id = $2";

function bareRead(client: pg.Client, world: World) {
  return client.query({ name: "read", text: read, values: [world.organizationId, world.membershipId] });
}

/** Session, membership and permission looked up one by one, then a transaction with a declared setting. */
async function usualRead(client: pg.Client, world: World) {
  const found = await client.query({
    name: "session",
    text: "select user_id, organization_id from guard.sessions where hash = $1 and revoked_at is null and expires_at > now()",
    values: [world.hash],
  });
  const { user_id: user, organization_id: organization } = found.rows[0] as {
    user_id: string;
    organization_id: string;
  };
  const member = await client.query({
    name: "membership",
    text: "select id from memberships where organization_id = $1 and user_id = $2 and status = 'active'",
    values: [organization, user],
  });
  const { id } = member.rows[0] as { id: string };
  await client.query({
    name: "permission",
    text: "select get_bit(permissions, 44) from guard.rights where organization_id = $1 and membership_id = $2",
    values: [organization, id],
  });
  await client.query("begin");
  await client.query({
    name: "setting",
    text: "select set_config('app.organization_id', $1, true)",
    values: [organization],
  });
  await bareRead(client, world);
  await client.query("commit");
}

/** What the request path does for one read; the commit rides right behind the query. */
function provenRead(client: pg.Client, world: World) {
  return Promise.all([
    client.query("begin read only"),
    client.query({
      name: "open",
      text: "select guard.open($1, $2, null, 'members.list', '{}')",
      values: [world.session, world.slug],
    }),
    bareRead(client, world),
    client.query("commit"),
  ]);
}

async function compare(ways: Way[]): Promise<Map<string, number>> {
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const { name, run } of ways) {
      const started = process.hrtime.bigint();
      for (let call = 0; call < perRound; call++) await run();
      const took = Number(process.hrtime.bigint() - started);
      // The first round warms up; the least disturbed one of the others counts.
      if (round > 0) best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, took));
    }
  }
  return best;
}

function print(best: Map<string, number>): void {
  const [first = 1] = best.values();
  console.log("| point read, one caller | throughput |\n|---|---|");
  for (const [name, took] of best) console.log(`| ${name} | ${Math.round((100 * first) / took)} % |`);
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, pipeline: true } as pg.ClientConfig);
  await client.connect();
  return client;
}

await main();
