import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";

const mine = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    state: z.string(),
    plan: z.string(),
    role_key: z.string(),
    role_name: z.string(),
    members: z.coerce.number(),
    requests: z.coerce.number(),
    joined_at: z.coerce.date(),
  })
  .transform(({ role_key, role_name, joined_at, ...rest }) => ({
    ...rest,
    roleKey: role_key,
    roleName: role_name,
    joinedAt: joined_at,
  }));

/** The acting person's organizations, for an account page and for the switcher inside an organization. */
const myOrganization = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  state: z.string(),
  plan: z.string(),
  roleKey: z.string(),
  roleName: z.string(),
  members: z.number(),
  requests: z.number(),
  joinedAt: z.date(),
});

export const listMyOrganizations = defineOperation({
  name: "account.organizations",
  scope: "account",
  access: "read",
  summary: "List the organizations that you belong to",
  limits: [],
  input: z.strictObject({}),
  output: z.array(myOrganization),
  run: ({ db }) => db.rows(sql`select * from guard.my_organizations()`, mine),
});

export const listSwitcher = defineOperation({
  name: "organization.switcher",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "List the organizations that the acting person can switch to",
  input: z.strictObject({}),
  output: z.array(myOrganization),
  run: ({ db }) => db.rows(sql`select * from guard.my_organizations()`, mine),
});
