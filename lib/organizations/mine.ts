import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";

/** An organization of the acting person, for the cards of an account and for the switcher. */
export const myOrganization = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  state: z.string(),
  /** By its name. */
  plan: z.string(),
  /** Seats of the plan; null for any number. */
  seats: z.number().nullable(),
  /** How many of the seats are in use; null where there is any number. */
  seatsUsed: z.number().nullable(),
  roleKey: z.string(),
  roleName: z.string(),
  members: z.number(),
  requests: z.number(),
  joinedAt: z.date(),
  accent: z.string().nullable(),
  logoFile: z.string().nullable(),
  logoDarkFile: z.string().nullable(),
  /** The head of its group, where the person belongs to that too. */
  parentId: z.uuid().nullable(),
  /** Notices that the person has not read there; null where it keeps this session out. */
  unread: z.number().nullable(),
});

export type MyOrganization = z.infer<typeof myOrganization>;

const row = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    state: z.string(),
    plan_name: z.string(),
    seats: z.number().nullable(),
    seats_used: z.number().nullable(),
    role_key: z.string(),
    role_name: z.string(),
    members: z.coerce.number(),
    requests: z.coerce.number(),
    joined_at: z.coerce.date(),
    accent: z.string().nullable(),
    logo_file: z.string().nullable(),
    logo_dark_file: z.string().nullable(),
    parent_id: z.uuid().nullable(),
    unread: z.coerce.number().nullable(),
  })
  .transform(
    ({ plan_name, seats_used, role_key, role_name, joined_at, logo_file, logo_dark_file, parent_id, ...rest }) => ({
      ...rest,
      plan: plan_name,
      seatsUsed: seats_used,
      roleKey: role_key,
      roleName: role_name,
      joinedAt: joined_at,
      logoFile: logo_file,
      logoDarkFile: logo_dark_file,
      parentId: parent_id,
    }),
  );

export async function myOrganizations(db: Database): Promise<MyOrganization[]> {
  const mine = await db.rows(
    sql`select mine.*, look.accent, look.logo_file, look.logo_dark_file, head.parent_id, bell.unread, plan.plan_name, plan.seats, plan.seats_used
      from guard.my_organizations() mine left join guard.my_looks() look on look.organization_id = mine.id
      left join guard.my_groups() head on head.organization_id = mine.id
      join guard.my_plans() plan on plan.organization_id = mine.id
      left join guard.my_unread() bell on bell.organization_id = mine.id
      order by mine.name, mine.id`,
    row,
  );
  return byGroup(mine);
}

/** Who belongs to a group stands behind its head. */
function byGroup(mine: MyOrganization[]): MyOrganization[] {
  const heads = mine.filter(({ parentId }) => parentId === null);
  return heads.flatMap((head) => [head, ...mine.filter(({ parentId }) => parentId === head.id)]);
}
