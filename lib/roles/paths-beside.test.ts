import { beforeAll, describe, expect, it } from "vitest";
import { decodeId } from "@/lib/ids";
import { addBranch, place } from "@/lib/testing/branch-world";
import { joinGroup } from "@/lib/testing/groups";
import { testKey } from "@/lib/testing/keys";
import { asActor, type Sql } from "@/lib/testing/paths";
import { createRole } from "@/lib/testing/roles";
import { addMember, createOrganization, guard, type Member, unique } from "@/lib/testing/world";

/*
 * The writers of rights that lie beside roles and flags (lib/roles/paths.test.ts): places in branches, memberships in a
 * group, keys with scopes, webhooks, policies and what takes factors and sessions away, each against each escalation.
 */
type World = Awaited<ReturnType<typeof build>>;

const power = [
  ...["members.view", "members.manage", "members.set_role", "members.set_flags", "members.invite"],
  ...[
    "branches.view",
    "branches.manage",
    "keys.view",
    "keys.manage",
    "webhooks.view",
    "webhooks.manage",
    "settings.view",
  ],
  ...["roles.view", "roles.manage", "orders.view", "shipments.view", "routes.view", "trackers.view"],
];
const lent = ["customers.view", "settings.manage"];

async function build() {
  const [organization, foreign, child] = [
    await createOrganization(),
    await createOrganization(),
    await createOrganization(),
  ];
  const roles = {
    power: await createRole(organization, power as never),
    low: await createRole(organization, ["orders.view"]),
    high: await createRole(organization, ["carriers.manage", "customers.manage"]),
    lent: await createRole(organization, lent as never),
  };
  const [actor, low, high] = [
    await addMember(organization, { role: roles.power }),
    await addMember(organization, { role: roles.low }),
    await addMember(organization, { role: roles.high }),
  ];
  const stranger = await addMember(foreign);
  const [branch, theirs] = [await addBranch(organization, new Map(), null), await addBranch(foreign, new Map(), null)];
  await guard`insert into public.delegations (organization_id, id, from_membership_id, to_membership_id, stand_in, permissions, starts_at, ends_at)
    values (${organization.id}, guard.uuid7(), ${organization.owner.membershipId}, ${actor.membershipId}, false, ${lent},
      now(), now() + interval '2 days')`;
  const there = await addMember(organization, { role: roles.low });
  await place(organization, there, { role: roles.low, all: true, given: [{ branch, role: roles.high }] });
  const link = decodeId("grp", await joinGroup(organization, child, { roles: ["staff", "admin"] })) ?? "";
  const others = decodeId("grp", await joinGroup(foreign, await createOrganization(), { roles: ["user"] })) ?? "";
  const [held] = await guard<{ id: string }[]>`
    select guard.insert_key(${organization.id}, ${high.membershipId}, 'Theirs', ${testKey()}, guard.permission_bits('{carriers.manage}'), null) as id`;
  return { organization, roles, actor, low, high, there, stranger, branch, theirs, link, others, held: held?.id ?? "" };
}

const settle = (sql: Sql, { membershipId }: Member, branch: string, role: string | null) =>
  sql`select guard.set_branches(${membershipId}, false, ${[branch]}::uuid[], ${[role]}::text[])`;
const assign = async (sql: Sql, { membershipId }: Member, link: string, role: string) => {
  const targets = sql.json([{ link, role }]);
  const [row] = await sql<{ answer: { done: boolean; results: { fault: string }[] } }[]>`
    select guard.assign_in_group(${[membershipId]}::uuid[], ${targets}) as answer`;
  if (!row?.answer.done) throw new Error(row?.answer.results[0]?.fault);
};
const key = (sql: Sql, scopes: Record<string, string>) =>
  sql`select guard.create_key('Own', ${testKey()}, null, ${sql.json(scopes)})`;
const replace = (sql: Sql, id: string) => sql`select guard.rotate_key(${id}, ${testKey()}, 0)`;
const send = (sql: Sql, events: string[]) =>
  sql`select guard.create_endpoint(gen_random_uuid(), 'https://receiver.example/hooks', '', ${events}, false, 'sealed')`;
const factor = (sql: Sql, { membershipId }: Member) => sql`select guard.reset_member_factor(${membershipId})`;

type Cell = [path: string, ends: string, act: (sql: Sql, world: World) => Promise<unknown>];

const cells: Record<string, Cell[]> = {
  "nothing forbidden": [
    ["a place with a role of its own", "done", (sql, { low, branch, roles }) => settle(sql, low, branch, roles.low)],
    ["a membership in the group", "done", (sql, { low, link }) => assign(sql, low, link, "staff")],
    ["a key", "done", (sql) => key(sql, { orders: "read" })],
    ["a webhook", "done", (sql) => send(sql, ["order.created"])],
  ],
  "above one's own rights": [
    ["a place", "above_own_rights", (sql, { low, branch, roles }) => settle(sql, low, branch, roles.high)],
    ["a place of who holds more", "above_own_rights", (sql, { high, branch }) => settle(sql, high, branch, null)],
    [
      "a place of who holds more there",
      "above_own_rights",
      (sql, { there, branch }) => settle(sql, there, branch, null),
    ],
    ["a membership in the group", "above_own_rights", (sql, { low, link }) => assign(sql, low, link, "admin")],
    ["a key", "above_own_rights", (sql) => key(sql, { carriers: "write" })],
    ["a key of who holds more", "above_own_rights", (sql, { held }) => replace(sql, held)],
    ["a webhook", "above_own_rights", (sql) => send(sql, ["piece.created"])],
    ["a webhook of everything", "above_own_rights", (sql) => send(sql, ["*"])],
    ["the factor of who holds more", "above_own_rights", (sql, { high }) => factor(sql, high)],
  ],
  "a lent right given on": [
    ["a place", "above_own_rights", (sql, { low, branch, roles }) => settle(sql, low, branch, roles.lent)],
  ],
  "on oneself": [
    ["a place", "self", (sql, { actor, branch }) => settle(sql, actor, branch, null)],
    ["a membership in the group", "self", (sql, { actor, link }) => assign(sql, actor, link, "staff")],
    ["the factor", "self", (sql, { actor }) => factor(sql, actor)],
  ],
  "to the owner's, on the owner": [
    ["a place with the role", "role_unknown", (sql, { low, branch }) => settle(sql, low, branch, "owner")],
    [
      "the owner's place",
      "owner_protected",
      (sql, { organization, branch }) => settle(sql, organization.owner, branch, null),
    ],
    ["the role in the group", "role_not_agreed", (sql, { low, link }) => assign(sql, low, link, "owner")],
    ["the owner's factor", "owner_protected", (sql, { organization }) => factor(sql, organization.owner)],
  ],
  "in another organization": [
    ["their member's place", "member_unknown", (sql, { stranger, branch }) => settle(sql, stranger, branch, null)],
    ["a place in their branch", "branch_unknown", (sql, { low, theirs }) => settle(sql, low, theirs, null)],
    ["their group", "not_in_group", (sql, { low, others }) => assign(sql, low, others, "user")],
    ["their person in the group", "BE004", (sql, { stranger, link }) => assign(sql, stranger, link, "staff")],
    ["their member's factor", "BE004", (sql, { stranger }) => factor(sql, stranger)],
  ],
  "around the writers": [
    [
      "a place by hand",
      "42501",
      (sql, { low, branch }) => sql`insert into membership_branches (organization_id, id, membership_id, branch_id)
        values (guard.organization_id(), gen_random_uuid(), ${low.membershipId}, ${branch})`,
    ],
    [
      "a place without branches",
      "42501",
      (sql, { low }) => sql`update memberships set all_branches = true where id = ${low.membershipId}`,
    ],
    [
      "a key by hand",
      "42501",
      (sql) => sql`select guard.insert_key(null, null, 'x', ${testKey()}, repeat('1', 256)::bit(256), null)`,
    ],
    ["a person of the group by hand", "42501", (sql) => sql`select guard.join_many('{}', '{}', '{}', 'group')`],
    ["an identity", "42501", (sql, { actor }) => sql`update guard.identities set user_id = ${actor.userId}`],
    ["the way of a session", "42501", (sql) => sql`update guard.sessions set own = true`],
    ["the policy by hand", "42501", (sql) => sql`update organizations set sign_in_issuers = null`],
    ["a server's credential", "42501", (sql) => sql`insert into guard.server_keys default values`],
    ["a server's act", "42501", (sql) => sql`select guard.create_server_key(${unique("s")}, 'x', '{}', 1)`],
    ["acting as a member", "42501", (sql) => sql`update guard.impersonations set raised_at = now()`],
  ],
};

describe("the rules of rights, on the paths beside roles and flags [S71]", () => {
  let world: World;
  beforeAll(async () => {
    world = await build();
    await guard`update guard.sessions set confirmed_at = now() where user_id = ${world.actor.userId}`;
  });
  for (const [escalation, paths] of Object.entries(cells))
    describe(escalation, () => {
      it.each(paths)("%s: %s", async (_, ends, act) => {
        expect(await asActor(world.actor, world.organization, (sql) => act(sql, world))).toBe(ends);
      });
    });
});
