import type pg from "pg";
import { sendTogether } from "@/db/batch";
import { inDatabase } from "@/db/bootstrap";
import { percentile } from "./compare";
import { openingOf } from "./opening";
import { type Line, times } from "./report";
import { connect, copyWorld, type World } from "./world";

type Size = { organizations: number; rows: number };

/** Target 6: a read of one row of a random organization, p99, in a small and in a large database. */
export async function scale(world: World): Promise<Line[]> {
  const { server, quick } = world;
  const sizes: [Size, Size] = quick
    ? [
        { organizations: 10, rows: 50_000 },
        { organizations: 2000, rows: 200_000 },
      ]
    : [
        { organizations: 10, rows: 1_000_000 },
        { organizations: 100_000, rows: 5_000_000 },
      ];
  const clients: pg.Client[] = [];
  for (const size of sizes) {
    const name = `bench_${size.organizations}`;
    await copyWorld(world, name);
    await fill(inDatabase(server.urls.superuser, name), size);
    clients.push(await connect(inDatabase(server.urls.app, name)));
  }
  const ways = sizes.map((size, at) => ({ name: `${size.rows}`, run: () => readOne(clients[at], size) }));
  const [small = 1, large = 0] = await percentile(ways, 0.99, quick ? 3000 : 20_000);
  await Promise.all(clients.map((client) => client.end()));
  const words = ({ organizations, rows }: Size) =>
    `${organizations.toLocaleString("en")} organizations and ${rows.toLocaleString("en")} rows`;
  return [
    {
      target: "6",
      what: `p99 of a proven read at ${words(sizes[1])}, of that at ${words(sizes[0])}`,
      atLeast: "1.2x",
      measured: times(large / small),
      met: large / small <= 1.2,
    },
  ];
}

const uuidOf = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`;

/** Everything that stands behind a session of each organization, and rows in equal parts; without triggers. */
async function fill(superuser: string, { organizations, rows }: Size): Promise<void> {
  const client = await connect(superuser);
  const each = `from generate_series(1, ${organizations}) n`;
  const [o, u, m, root] = ["o", "u", "m", "s"].map((kind) => uuidOf(kind, "n"));
  const ends = "now() + interval '1 day', now() + interval '1 day'";
  for (const text of [
    "set session_replication_role = replica",
    `insert into users (id, email, name) select ${u}, 'u' || n || '@scale.example', 'Person ' || n ${each}`,
    `insert into organizations (id, slug, name, name_key, profile_digest, currency)
       select ${o}, 'scale-' || n, 'Scale ' || n, 'scale ' || n, '', 'EUR' ${each}`,
    `insert into memberships (organization_id, id, user_id, role_key, origin, name, email)
       select ${o}, ${m}, ${u}, 'owner', 'seed', 'Person ' || n, 'u' || n || '@scale.example' ${each}`,
    `insert into guard.rights (organization_id, membership_id, user_id, role_key, slug, is_open, permissions)
       select ${o}, ${m}, ${u}, 'owner', 'scale-' || n, true, ~(0::bit(256)) ${each}`,
    `insert into guard.sessions (id, user_id, hash, audience, method, expires_at, idle_until)
       select ${root}, ${u}, sha256(convert_to('root' || n, 'UTF8')), '', 'password', ${ends} ${each}`,
    `insert into guard.sessions (id, user_id, parent_id, organization_id, hash, audience, method, expires_at, idle_until)
       select ${uuidOf("h", "n")}, ${u}, ${root}, ${o}, sha256(convert_to('host' || n, 'UTF8')), 'scale-' || n, 'password', ${ends} ${each}`,
    `insert into roles (organization_id, id, key, name)
       select ${uuidOf("o", `(1 + n % ${organizations})`)}, ${uuidOf("r", "n")}, 'r' || n, 'Role ' || n from generate_series(1, ${rows}) n`,
    "reset session_replication_role",
    "vacuum (analyze, freeze)",
  ])
    await client.query(text);
  await client.end();
}

async function readOne(client: pg.Client | undefined, { organizations, rows }: Size): Promise<void> {
  if (!client) return;
  const number = 1 + Math.floor(Math.random() * organizations);
  const wanted = number - 1 + organizations * Math.floor(Math.random() * (rows / organizations - 1) + 1);
  const opening = openingOf({ session: `host${number}`, slug: `scale-${number}` });
  const { error, results } = await sendTogether(client, [
    opening,
    {
      name: "one_role",
      text: "select id, key, name from roles where organization_id = guard.organization_id() and key = $1",
      values: [`r${wanted}`],
    },
  ]);
  if (error) throw error;
  if (results[1]?.rowCount !== 1) throw new Error(`no row r${wanted} of organization ${number}`);
}
