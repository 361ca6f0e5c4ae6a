import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";

/** An organization of the acting person, for the cards of an account and for the switcher. */
export const myOrganization = z.object({
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

export type MyOrganization = z.infer<typeof myOrganization>;

const row = z
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

export function myOrganizations(db: Database): Promise<MyOrganization[]> {
  return db.rows(sql`select * from guard.my_organizations()`, row);
}
