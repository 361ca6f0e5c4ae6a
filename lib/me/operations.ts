import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { memberships } from "@/db/schema/memberships";
import { organizations } from "@/db/schema/organizations";
import { roles } from "@/db/schema/roles";
import { users } from "@/db/schema/users";
import type { Database } from "@/lib/access/database";
import { defineOperation } from "@/lib/access/operation";
import { BerthError } from "@/lib/errors";
import { idInput, idOutput } from "@/lib/ids";
import { account, key, person } from "./schema";

export const viewMe = defineOperation({
  name: "me.view",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "Say who you are in this organization and what you may do: a person, or the key's own service identity",
  input: z.strictObject({}),
  output: z.discriminatedUnion("kind", [person, key]),
  rest: { method: "get", path: "/me" },
  passing: ["lastActiveAt"],
  run: async ({ db, actor }) => {
    const organization = await findOrganization(db);
    const permissions = actor.rights.list();
    if (actor.kind === "key" || actor.membershipId === null)
      return { kind: "key" as const, id: actor.credentialId, name: organization.name, organization, permissions };
    const member = await findMember(db, actor.membershipId);
    return { kind: "person" as const, ...member, isOwner: member.roleKey === "owner", organization, permissions };
  },
});

export const viewMyAccount = defineOperation({
  name: "me.view_account",
  scope: "account",
  access: "read",
  summary: "Say who you are and which organizations you belong to",
  limits: [],
  input: z.strictObject({}),
  output: account,
  rest: { method: "get", path: "/me" },
  run: async ({ db, actor }) => {
    const [user] = await db.query.select().from(users).where(eq(users.id, actor.userId));
    if (!user) throw new BerthError("not_found", "There is no such account.");
    const mine = await db.rows(sql`select * from guard.my_organizations()`, membershipRow);
    return { ...user, organizations: mine };
  },
});

export const readDefaultOrganization = defineOperation({
  name: "me.default_organization",
  scope: "account",
  access: "read",
  summary: "See the organization that access tokens mean where no header names one",
  limits: [],
  input: z.strictObject({}),
  output: z.object({ organizationId: idOutput("org").nullable() }),
  rest: { method: "get", path: "/me/default-organization" },
  asksOnce: true,
  run: async ({ db }) => ({
    organizationId: await db.call(sql`guard.my_default_organization()`, z.uuid().nullable()),
  }),
});

export const setDefaultOrganization = defineOperation({
  name: "me.set_default_organization",
  scope: "account",
  access: "write",
  summary: "Declare the organization that access tokens mean where no header names one",
  limits: [{ by: "person", points: 60, seconds: 3600 }],
  input: z.strictObject({ organizationId: idInput("org") }),
  output: z.object({}),
  rest: { method: "put", path: "/me/default-organization" },
  run: async ({ db, input }) => {
    await db.call(sql`guard.set_default_organization(${input.organizationId})`, z.unknown());
    return {};
  },
});

const membershipRow = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    state: z.string(),
    role_key: z.string(),
    role_name: z.string(),
  })
  .transform(({ role_key, role_name, ...rest }) => ({ ...rest, roleKey: role_key, roleName: role_name }));

async function findOrganization(db: Database) {
  const [organization] = await db.query
    .select({ id: organizations.id, slug: organizations.slug, name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, db.organizationId));
  if (!organization) throw new BerthError("not_found", "There is no such organization.");
  return organization;
}

async function findMember(db: Database, id: string) {
  const [member] = await db.query
    .select({
      id: memberships.id,
      name: memberships.name,
      email: memberships.email,
      roleKey: memberships.roleKey,
      roleName: roles.name,
      joinedAt: memberships.joinedAt,
      lastActiveAt: memberships.lastActiveAt,
    })
    .from(memberships)
    .innerJoin(roles, and(eq(roles.organizationId, memberships.organizationId), eq(roles.key, memberships.roleKey)))
    .where(and(eq(memberships.organizationId, db.organizationId), eq(memberships.id, id)));
  if (!member) throw new BerthError("not_found", "There is no such member.");
  return member;
}
