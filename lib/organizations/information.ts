import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { organizations } from "@/db/schema/organizations";
import type { Database } from "@/lib/access/database";
import { env } from "@/lib/env";
import { BerthError } from "@/lib/errors";
import { organizationLink } from "@/lib/hosts";
import { idOutput } from "@/lib/ids";

const text = z.string().nullable();

/** What an organization's own people and keys see of it. `missing` names what the set-up asks for and nobody gave yet. */
export const information = z.object({
  id: idOutput("org"),
  slug: z.string(),
  name: z.string(),
  address: z.string(),
  companyName: text,
  industry: text,
  companySize: text,
  city: text,
  country: text,
  currency: z.string(),
  timeZone: z.string(),
  weightUnit: z.string(),
  dimensionUnit: z.string(),
  roleTemplate: z.string(),
  defaultRoleKey: z.string(),
  plan: z.string(),
  state: z.string(),
  createdAt: z.date(),
  complete: z.boolean(),
  missing: z.array(z.string()),
});

const asked = { companyName: "company_name", industry: "industry", companySize: "company_size", city: "city" } as const;

type Row = { slug: string } & Record<keyof typeof asked, string | null>;

function shown<Shown extends Row>(row: Shown) {
  const names = Object.keys(asked) as (keyof typeof asked)[]; // the keys of a constant
  const missing: string[] = names.filter((name) => row[name] === null).map((name) => asked[name]);
  const address = organizationLink(env().rootUrl, row.slug, "/");
  return { ...row, address, missing, complete: missing.length === 0 };
}

/** The organization that the running transaction is in. */
export async function findInformation(db: Database) {
  const [row] = await db.query.select().from(organizations).where(eq(organizations.id, db.organizationId));
  if (!row) throw new BerthError("not_found", "There is no such organization.");
  return shown(row);
}

const mine = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    company_name: text,
    industry: text,
    company_size: text,
    city: text,
    country: text,
    currency: z.string(),
    time_zone: z.string(),
    weight_unit: z.string(),
    dimension_unit: z.string(),
    role_template: z.string(),
    default_role_key: z.string(),
    plan: z.string(),
    state: z.string(),
    created_at: z.coerce.date(),
    membership_id: z.uuid(),
    role_key: z.string(),
  })
  .transform((row) => ({
    organization: {
      id: row.id,
      slug: row.slug,
      name: row.name,
      companyName: row.company_name,
      industry: row.industry,
      companySize: row.company_size,
      city: row.city,
      country: row.country,
      currency: row.currency,
      timeZone: row.time_zone,
      weightUnit: row.weight_unit,
      dimensionUnit: row.dimension_unit,
      roleTemplate: row.role_template,
      defaultRoleKey: row.default_role_key,
      plan: row.plan,
      state: row.state,
      createdAt: row.created_at,
    },
    membership: { id: row.membership_id, roleKey: row.role_key },
  }));

/** One organization of the acting person, and what they are in it, also from an account. */
export async function findMine(db: Database, organizationId: string) {
  const all = await db.rows(sql`select * from guard.my_organization_information()`, mine);
  const found = all.find(({ organization }) => organization.id === organizationId);
  if (!found) throw new BerthError("not_found", "There is no such organization.");
  return { organization: shown(found.organization), membership: found.membership };
}
