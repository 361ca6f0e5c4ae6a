import { beforeAll, describe, expect, it } from "vitest";
import { decodeId } from "@/lib/ids";
import { testKey } from "@/lib/testing/keys";
import { asActor, type Sql } from "@/lib/testing/paths";
import { makeRequest } from "@/lib/testing/records";
import { createRole } from "@/lib/testing/roles";
import { addMember, createOrganization, guard, type Member, unique } from "@/lib/testing/world";

/*
 * Each writer of membership, role, flag, loan, inheritance, invitation, approval and key against each escalation, as the
 * application's role with the application's checks taken away: raw SQL and the wall's functions, in a context that was
 * opened rightly. A cell says by which rule it ends.
 */
/** The actor holds every right that changes rights, in a role of the organization's own, but no settings and no carriers. */
const power = [
  "members.view",
  "members.manage",
  "members.set_role",
  "members.set_flags",
  "members.invite",
  "roles.view",
  "roles.manage",
  "registrations.view",
  "registrations.decide",
  "delegations.manage",
  "keys.manage",
  "settings.view",
  "orders.view",
  "shipments.view",
  "trackers.view",
  "routes.view",
] as const;

const lent = ["customers.view", "settings.manage"] as const;

type World = Awaited<ReturnType<typeof build>>;

async function build() {
  const [organization, foreign] = [await createOrganization(), await createOrganization()];
  const roles = {
    power: await createRole(organization, [...power]),
    low: await createRole(organization, ["orders.view"]),
    high: await createRole(organization, ["carriers.manage"]),
    lent: await createRole(organization, [...lent]),
    owners: await createRole(organization, ["orders.view"]),
    foreign: await createRole(foreign, ["orders.view"]),
  };
  const actor = await addMember(organization, { role: roles.power });
  const low = await addMember(organization, { role: roles.low });
  const high = await addMember(organization, { role: roles.high });
  const stranger = await addMember(foreign);
  await guard`insert into public.delegations (organization_id, id, from_membership_id, to_membership_id, stand_in, permissions, starts_at, ends_at)
    values (${organization.id}, guard.uuid7(), ${organization.owner.membershipId}, ${actor.membershipId}, false, ${[...lent]},
      now(), now() + interval '2 days')`;
  await guard`update guard.sessions set confirmed_at = now() where user_id = ${actor.userId}`;
  return {
    organization,
    foreign,
    roles,
    actor,
    low,
    high,
    stranger,
    request: decodeId("reg", await makeRequest(organization)) ?? "",
  };
}

const role = (sql: Sql, member: Member, key: string) =>
  sql`update memberships set role_key = ${key} where id = ${member.membershipId}`;
const flag = (sql: Sql, member: Member, flags: string[]) =>
  sql`update memberships set flags = ${flags} where id = ${member.membershipId}`;
const status = (sql: Sql, member: Member) =>
  sql`update memberships set status = 'suspended' where id = ${member.membershipId}`;
const remove = (sql: Sql, member: Member) => sql`delete from memberships where id = ${member.membershipId}`;
const inherit = (sql: Sql, key: string, from: string) =>
  sql`insert into role_inheritance (role_key, inherits_key) values (${key}, ${from})`;
const permit = (sql: Sql, key: string, permissions: readonly string[]) =>
  sql`update roles set permissions = ${[...permissions]} where key = ${key}`;
const make = (sql: Sql, permissions: readonly string[], builtIn = false) =>
  sql`insert into roles (id, key, name, permissions, built_in)
    values (gen_random_uuid(), ${unique("own").replaceAll("-", "_")}, 'Own', ${[...permissions]}, ${builtIn})`;
const invite = (sql: Sql, key: string) =>
  sql`select guard.create_invitations('code', ${key}, null, ${sql.json([{ token: unique("token") }])})`;
const approve = (sql: Sql, { request: id }: World, key: string) =>
  sql`select guard.decide_registration(${id}, true, ${key}, null, ${unique("t")}, 'x')`;
const lend = (sql: Sql, to: Member, permissions: readonly string[]) =>
  sql`select guard.lend(${to.membershipId}, ${[...permissions]}, now() + interval '1 day', null)`;
const standIn = (sql: Sql, to: Member) =>
  sql`select guard.name_stand_in(${to.membershipId}, now(), now() + interval '1 day', null)`;
const drop = (sql: Sql, key: string, replacement: string | null) =>
  sql`select guard.delete_role(${key}, ${replacement})`;
const preset = (sql: Sql, key: string) => sql`update organizations set default_role_key = ${key}`;

type Cell = [path: string, ends: string, act: (sql: Sql, world: World) => Promise<unknown>];

const cells: Record<string, Cell[]> = {
  "nothing forbidden": [
    ["role", "done", (sql, { low, roles }) => role(sql, low, roles.power)],
    ["flags", "done", (sql, { low }) => flag(sql, low, ["view_orders"])],
    ["suspension", "done", (sql, { low }) => status(sql, low)],
    ["removal", "done", (sql, { low }) => remove(sql, low)],
    ["a new role", "done", (sql) => make(sql, ["orders.view"])],
    ["a role's permissions", "done", (sql, { roles }) => permit(sql, roles.low, ["shipments.view"])],
    ["inheritance", "done", (sql, { roles }) => inherit(sql, roles.low, roles.power)],
    ["deleting a role", "done", (sql, { roles }) => drop(sql, roles.low, roles.power)],
    ["invitation", "done", (sql, { roles }) => invite(sql, roles.low)],
    ["approval", "done", (sql, world) => approve(sql, world, world.roles.low)],
    ["loan", "done", (sql, { low }) => lend(sql, low, ["orders.view"])],
    ["stand-in", "done", (sql, { low }) => standIn(sql, low)],
  ],
  "above one's own rights": [
    ["role", "above_own_rights", (sql, { low, roles }) => role(sql, low, roles.high)],
    ["role of who holds more", "above_own_rights", (sql, { high, roles }) => role(sql, high, roles.low)],
    ["flags", "above_own_rights", (sql, { low }) => flag(sql, low, ["view_assets"])],
    ["flags of who holds more", "above_own_rights", (sql, { high }) => flag(sql, high, ["view_orders"])],
    ["suspension of who holds more", "above_own_rights", (sql, { high }) => status(sql, high)],
    ["removal of who holds more", "above_own_rights", (sql, { high }) => remove(sql, high)],
    ["a new role", "above_own_rights", (sql) => make(sql, ["carriers.manage"])],
    ["a role's permissions", "above_own_rights", (sql, { roles }) => permit(sql, roles.low, ["carriers.manage"])],
    ["taking from a role that holds more", "above_own_rights", (sql, { roles }) => permit(sql, roles.high, [])],
    ["inheritance", "above_own_rights", (sql, { roles }) => inherit(sql, roles.low, roles.high)],
    ["inheritance of who holds more", "above_own_rights", (sql, { roles }) => inherit(sql, roles.high, roles.low)],
    ["deleting a role that holds more", "above_own_rights", (sql, { roles }) => drop(sql, roles.high, roles.low)],
    ["deleting into a role that holds more", "above_own_rights", (sql, { roles }) => drop(sql, roles.low, roles.high)],
    ["invitation", "above_own_rights", (sql, { roles }) => invite(sql, roles.high)],
    ["approval", "above_own_rights", (sql, world) => approve(sql, world, world.roles.high)],
    ["loan", "above_own_rights", (sql, { low }) => lend(sql, low, ["carriers.manage"])],
    ["the strict ladder", "above_own_rights", (sql) => sql`select guard.set_strict_ladder(true)`],
    [
      "sessions of who holds more",
      "above_own_rights",
      (sql, { high }) => sql`select guard.end_member_sessions(${high.membershipId}, null)`,
    ],
  ],
  "a lent right given on": [
    ["role", "above_own_rights", (sql, { low, roles }) => role(sql, low, roles.lent)],
    ["flags", "above_own_rights", (sql, { low }) => flag(sql, low, ["view_customers"])],
    ["a new role", "above_own_rights", (sql) => make(sql, ["customers.view"])],
    ["a role's permissions", "above_own_rights", (sql, { roles }) => permit(sql, roles.low, lent)],
    ["inheritance", "above_own_rights", (sql, { roles }) => inherit(sql, roles.low, roles.lent)],
    ["invitation", "above_own_rights", (sql, { roles }) => invite(sql, roles.lent)],
    ["approval", "above_own_rights", (sql, world) => approve(sql, world, world.roles.lent)],
    ["loan", "above_own_rights", (sql, { low }) => lend(sql, low, ["customers.view"])],
    ["the role of new members", "above_own_rights", (sql, { roles }) => preset(sql, roles.lent)],
  ],
  "on oneself": [
    ["role", "self", (sql, { actor, roles }) => role(sql, actor, roles.low)],
    ["flags", "self", (sql, { actor }) => flag(sql, actor, ["view_orders"])],
    ["suspension", "self", (sql, { actor }) => status(sql, actor)],
    ["removal", "self", (sql, { actor }) => remove(sql, actor)],
    ["deleting one's role", "self", (sql, { roles }) => drop(sql, roles.power, roles.low)],
    ["loan", "self", (sql, { actor }) => lend(sql, actor, ["orders.view"])],
    ["stand-in", "self", (sql, { actor }) => standIn(sql, actor)],
  ],
  "to the owner's": [
    ["role", "owner_by_transfer", (sql, { low }) => role(sql, low, "owner")],
    ["a new role", "owners_only", (sql) => make(sql, ["organization.transfer"])],
    ["a role's permissions", "owners_only", (sql, { roles }) => permit(sql, roles.low, ["organization.delete"])],
    ["inheritance", "owners_only", (sql, { roles }) => inherit(sql, roles.owners, "owner")],
    ["deleting into it", "owner_by_transfer", (sql, { roles }) => drop(sql, roles.low, "owner")],
    ["invitation", "owner_by_transfer", (sql) => invite(sql, "owner")],
    ["approval", "owner_by_transfer", (sql, world) => approve(sql, world, "owner")],
    ["loan", "owners_only", (sql, { low }) => lend(sql, low, ["organization.delete"])],
    ["the role of new members", "owner_by_transfer", (sql) => preset(sql, "owner")],
    ["a transfer", "permission_missing", (sql, { low }) => sql`select guard.offer_ownership(${low.membershipId})`],
  ],
  "on the owner, the last one": [
    ["role", "owner_protected", (sql, { organization: { owner }, roles }) => role(sql, owner, roles.low)],
    ["flags", "owner_protected", (sql, { organization: { owner } }) => flag(sql, owner, [])],
    ["suspension", "owner_protected", (sql, { organization: { owner } }) => status(sql, owner)],
    ["removal", "owner_protected", (sql, { organization: { owner } }) => remove(sql, owner)],
    ["deleting the role", "built_in", (sql, { roles }) => drop(sql, "owner", roles.low)],
    [
      "sessions",
      "above_own_rights",
      (sql, { organization: { owner } }) => sql`select guard.end_member_sessions(${owner.membershipId}, null)`,
    ],
  ],
  "on a built-in role": [
    ["a role's permissions", "built_in", (sql) => permit(sql, "staff", ["orders.view"])],
    ["a new built-in one", "built_in", (sql) => make(sql, ["orders.view"], true)],
    ["removal", "built_in", (sql) => sql`delete from roles where key = 'staff'`],
    ["inheritance", "built_in", (sql, { roles }) => inherit(sql, "staff", roles.low)],
    ["taking inheritance away", "built_in", (sql) => sql`delete from role_inheritance where role_key = 'driver'`],
    ["deleting it", "built_in", (sql, { roles }) => drop(sql, "staff", roles.low)],
    ["becoming built in", "42501", (sql, { roles }) => sql`update roles set built_in = true where key = ${roles.low}`],
  ],
  "in another organization": [
    ["role", "no row", (sql, { stranger, roles }) => role(sql, stranger, roles.low)],
    ["a role of theirs", "23503", (sql, { low, roles }) => role(sql, low, roles.foreign)],
    ["flags", "no row", (sql, { stranger }) => flag(sql, stranger, ["view_orders"])],
    ["removal", "no row", (sql, { stranger }) => remove(sql, stranger)],
    [
      "a new role",
      "42501",
      (sql, { foreign }) =>
        sql`insert into roles (organization_id, id, key, name) values (${foreign.id}, gen_random_uuid(), 'theirs', 'T')`,
    ],
    ["a role's permissions", "no row", (sql, { roles }) => permit(sql, roles.foreign, ["orders.view"])],
    ["inheritance", "23503", (sql, { roles }) => inherit(sql, roles.low, roles.foreign)],
    ["deleting a role", "role_unknown", (sql, { roles }) => drop(sql, roles.foreign, roles.low)],
    ["deleting into a role", "role_unknown", (sql, { roles }) => drop(sql, roles.low, roles.foreign)],
    ["invitation", "role_unknown", (sql, { roles }) => invite(sql, roles.foreign)],
    ["approval", "role_unknown", (sql, world) => approve(sql, world, world.roles.foreign)],
    ["loan", "BE004", (sql, { stranger }) => lend(sql, stranger, ["orders.view"])],
    ["stand-in", "BE004", (sql, { stranger }) => standIn(sql, stranger)],
    ["sessions", "BE004", (sql, { stranger }) => sql`select guard.end_member_sessions(${stranger.membershipId}, null)`],
    ["rights", "BE004", (sql, { stranger }) => sql`select guard.access_evidence(${stranger.membershipId}, null)`],
  ],
  "in a circle": [
    ["with itself", "23514", (sql, { roles }) => inherit(sql, roles.low, roles.low)],
    [
      "of two",
      "role_circle",
      async (sql, { roles }) => {
        await inherit(sql, roles.low, roles.power);
        await inherit(sql, roles.power, roles.low);
      },
    ],
    [
      "of three at once",
      "role_circle",
      (sql, { roles }) => sql`insert into role_inheritance (role_key, inherits_key)
      values (${roles.low}, ${roles.owners}), (${roles.owners}, ${roles.power}), (${roles.power}, ${roles.low})`,
    ],
  ],
  "around the writers": [
    [
      "a membership by hand",
      "42501",
      (sql, { actor }) => sql`insert into memberships (organization_id, id, user_id, role_key, origin, name, email)
      values (guard.organization_id(), gen_random_uuid(), ${actor.userId}, 'admin', 'seed', 'x', 'x@x.example')`,
    ],
    [
      "a membership of another person",
      "42501",
      (sql, { actor, low }) => sql`update memberships set user_id = ${actor.userId} where id = ${low.membershipId}`,
    ],
    [
      "a loan by hand",
      "42501",
      (
        sql,
        { low, actor },
      ) => sql`insert into delegations (organization_id, id, from_membership_id, to_membership_id, starts_at, ends_at)
      values (guard.organization_id(), gen_random_uuid(), ${low.membershipId}, ${actor.membershipId}, now(), now() + interval '1 day')`,
    ],
    ["the stored rights", "42501", (sql) => sql`update guard.rights set permissions = repeat('1', 256)::bit(256)`],
    ["the ladder by hand", "42501", (sql) => sql`update organizations set strict_ladder = true`],
    ["another role's key", "42501", (sql, { roles }) => sql`update roles set key = 'admin2' where key = ${roles.low}`],
  ],
};

describe("the rules of rights, on every path [S71]", () => {
  let world: World;
  beforeAll(async () => {
    world = await build();
  });
  for (const [escalation, paths] of Object.entries(cells))
    describe(escalation, () => {
      it.each(paths)("%s: %s", async (_, ends, act) => {
        expect(await asActor(world.actor, world.organization, (sql) => act(sql, world))).toBe(ends);
      });
    });
});

describe("a key of the actor's", () => {
  it("is no way around: neither its maker nor who holds more is changed by it, nor what was lent to its maker given on", async () => {
    const { organization, actor, low, high, roles } = await build();
    const secret = testKey();
    await guard`select guard.insert_key(${organization.id}, ${actor.membershipId}, 'Kept', ${secret},
      guard.live_rights(${organization.id}, ${actor.membershipId}), null)`;
    const key = { ...actor, hostSession: secret };
    const ended = (act: (sql: Sql) => Promise<unknown>) => asActor(key, organization, act);
    expect(await ended((sql) => role(sql, low, roles.owners))).toBe("done");
    expect(await ended((sql) => role(sql, actor, roles.low))).toBe("self");
    expect(await ended((sql) => flag(sql, actor, ["view_orders"]))).toBe("self");
    expect(await ended((sql) => role(sql, high, roles.low))).toBe("above_own_rights");
    expect(await ended((sql) => make(sql, lent))).toBe("above_own_rights");
    expect(await ended((sql) => lend(sql, low, ["orders.view"]))).toBe("members_only");
    expect(await ended((sql) => drop(sql, roles.power, roles.low))).toBe("above_own_rights");
  });
});

describe("circles under races", () => {
  it("of two inheritances that close one, one is refused", async () => {
    const organization = await createOrganization();
    for (let round = 0; round < 20; round += 1) {
      const [one, other] = [await createRole(organization, []), await createRole(organization, [])];
      const insert = (
        key: string,
        from: string,
      ) => guard`insert into public.role_inheritance (organization_id, role_key, inherits_key)
        values (${organization.id}, ${key}, ${from})`;
      const ended = await Promise.allSettled([insert(one, other), insert(other, one)]);
      expect(ended.filter(({ status: each }) => each === "fulfilled")).toHaveLength(1);
    }
  });
});
