import { and, asc, eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { z } from "zod";
import { memberships } from "@/db/schema/memberships";
import type { Database } from "@/lib/access/database";
import { defineOperation } from "@/lib/access/operation";
import { compare, type Shape } from "./compare";
import { type Line, percent, times } from "./report";
import { openPool, type World } from "./world";

const columns = { id: memberships.id, name: memberships.name, email: memberships.email, roleKey: memberships.roleKey };
const row = z.object({ id: z.string(), name: z.string(), email: z.string(), roleKey: z.string() });
const shared = { scope: "organization", permission: "members.view", access: "read", asksOnce: true } as const;
const organization = sql.placeholder("organization");

export const point = defineOperation({
  ...shared,
  name: "members.find",
  summary: "One row by its key",
  input: z.strictObject({ id: z.uuid() }),
  output: row,
  run: async ({ db, input: { id } }) => {
    const [found] = await pointQuery(db).execute({ organization: db.organizationId, id });
    if (!found) throw new Error("no row");
    return found;
  },
});

const page = defineOperation({
  ...shared,
  name: "members.list",
  summary: "Fifty rows in the order of names",
  input: z.strictObject({}),
  output: z.array(row),
  run: ({ db }) => pageQuery(db).execute({ organization: db.organizationId }),
});

const pointQuery = (db: Database) =>
  db.prepared("bench.point", (query) =>
    query
      .select(columns)
      .from(memberships)
      .where(and(eq(memberships.organizationId, organization), eq(memberships.id, sql.placeholder("id"))))
      .prepare("bench.point"),
  );

const pageQuery = (db: Database) =>
  db.prepared("bench.page", (query) =>
    query
      .select(columns)
      .from(memberships)
      .where(eq(memberships.organizationId, organization))
      .orderBy(asc(sql`lower(${memberships.name})`), asc(memberships.id))
      .limit(50)
      .prepare("bench.page"),
  );

const list = "select id, name, email, role_key from memberships where organization_id = $1";
const bareTexts = { point: `${list} and id = $2`, page: `${list} order by lower(name), id limit 50` };

/**
 * Targets 1 and 2: what proof, permission, parsing and shaping cost beside a bare query, and beside the usual way. A bare
 * page is planned anew each time, unless its connection says otherwise; ours is not.
 */
export async function reads(world: World): Promise<Line[]> {
  const { organizationId, membershipId } = world.organization;
  const lines: Line[] = [];
  const keeping = openPool(world.server.urls.superuser, "-c plan_cache_mode=force_generic_plan");
  for (const [kind, atLeast, share, factor] of [
    ["point", "30 % and 3x the usual way", 0.3, 3],
    ["page", "55 % and 2x the usual way", 0.55, 2],
  ] as const) {
    const values = kind === "point" ? [organizationId, membershipId] : [organizationId];
    const ways = [
      { name: "bare", run: () => world.bare.query({ name: `bare_${kind}`, text: bareTexts[kind], values }) },
      { name: "kept", run: () => keeping.query({ name: `bare_${kind}`, text: bareTexts[kind], values }) },
      { name: "usual", run: () => usual(world, kind) },
      {
        name: "proven",
        run: () => (kind === "point" ? world.handle.run(point, { id: membershipId }) : world.handle.run(page, {})),
      },
    ];
    const figures = [];
    let met = true;
    for (const callers of [1, 16]) {
      const shape: Shape = { rounds: world.quick ? 40 : 120, perRound: 48, callers };
      const [bare = 0, kept = 0, usually = 0, proven = 1] = await compare(ways, shape);
      figures.push(
        `${percent(bare / proven)} (${percent(kept / proven)} of one that keeps its plan) and ${times(usually / proven)} with ${callers} caller${callers > 1 ? "s" : ""}`,
      );
      met &&= bare / proven >= share && usually / proven >= factor;
    }
    const what = kind === "point" ? "Point read, permission proven" : "Page of 50, permission proven";
    lines.push({
      target: kind === "point" ? "1" : "2",
      what: `${what}, of the bare query`,
      atLeast,
      measured: figures.join("; "),
      met,
    });
  }
  await keeping.end();
  return lines;
}

/** Session, membership and permission looked up one by one, then a drizzle transaction with the setting. */
async function usual({ bare, organization: { organizationId, membershipId, session } }: World, kind: "point" | "page") {
  const client = await bare.connect();
  try {
    await lookUp(client, session);
    return await drizzle(client).transaction(async (transaction) => {
      await transaction.execute(sql`select set_config('app.organization_id', ${organizationId}, true)`);
      const query = transaction.select(columns).from(memberships).$dynamic();
      if (kind === "point")
        return query.where(and(eq(memberships.organizationId, organizationId), eq(memberships.id, membershipId)));
      return query
        .where(eq(memberships.organizationId, organizationId))
        .orderBy(asc(sql`lower(${memberships.name})`), asc(memberships.id))
        .limit(50);
    });
  } finally {
    client.release();
  }
}

/** The three look-ups that everybody writes, each prepared. */
export async function lookUp(client: pg.ClientBase, session: string): Promise<void> {
  const found = await client.query<{ user_id: string; organization_id: string }>({
    name: "session",
    text: "select user_id, organization_id from guard.sessions where hash = sha256(convert_to($1, 'UTF8')) and revoked_at is null and expires_at > now() and idle_until > now()",
    values: [session],
  });
  const { user_id, organization_id } = found.rows[0] ?? {};
  const member = await client.query<{ id: string }>({
    name: "membership",
    text: "select id, role_key from memberships where organization_id = $1 and user_id = $2 and status = 'active'",
    values: [organization_id, user_id],
  });
  await client.query({
    name: "permission",
    text: "select get_bit(permissions, 44) from guard.rights where organization_id = $1 and membership_id = $2",
    values: [organization_id, member.rows[0]?.id],
  });
}
