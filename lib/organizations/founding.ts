import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { translateDatabaseError } from "@/lib/access/database-errors";
import { BerthError } from "@/lib/errors";
import { newApiKey } from "@/lib/keys/key-format";
import { outsideId } from "@/lib/outside-id";
import type { Profile } from "./profile";
import { slugCandidates } from "./slug";

export const founded = z.object({
  organizationId: outsideId("org"),
  slug: z.string(),
  /** False where the same set-up had been made before: then there is no key either. */
  created: z.boolean(),
  key: z.string().nullable(),
});

const answer = z.object({ organization_id: z.uuid(), slug: z.string(), created: z.boolean() });

/**
 * Founds an organization with slug, roles, owner and first key in the running transaction of an account. A derived slug
 * goes on with the next number when somebody was faster; a typed one is told. Throws `conflict` with `slug_taken` or
 * `name_taken` on its field.
 */
export async function foundOrganization(db: Database, { slug, ...profile }: Profile): Promise<z.infer<typeof founded>> {
  for (const candidate of slug === undefined ? slugCandidates(profile.name) : [slug]) {
    if (slug === undefined && !(await isFree(db, candidate))) continue;
    const key = newApiKey(candidate);
    const made = await attempt(
      db,
      sql`guard.found_organization(${JSON.stringify(profile)}::jsonb, ${candidate}, ${key})`,
    );
    if (made !== "slug_taken") {
      if (slug !== undefined && !made.created && made.slug !== slug) throw nameFault();
      return {
        organizationId: made.organization_id,
        slug: made.slug,
        created: made.created,
        key: made.created ? key : null,
      };
    }
  }
  throw new BerthError("conflict", "This address is taken. Choose another one.", {
    reason: "slug_taken",
    fields: { slug: ["This address is taken. Choose another one."] },
  });
}

export function isFree(db: Database, slug: string): Promise<boolean> {
  return db.call(sql`guard.slug_is_free(${slug})`, z.boolean());
}

async function attempt(db: Database, call: ReturnType<typeof sql>): Promise<z.infer<typeof answer> | "slug_taken"> {
  await db.query.execute(sql`savepoint founding`);
  try {
    return await db.call(call, answer);
  } catch (error) {
    const refused = translateDatabaseError(error);
    if (!(refused instanceof BerthError)) throw error;
    if (refused.reason === "name_taken") throw nameFault();
    if (refused.reason !== "slug_taken") throw error;
    await db.query.execute(sql`rollback to savepoint founding`);
    return "slug_taken";
  }
}

function nameFault(): BerthError {
  return new BerthError("conflict", nameTaken, { reason: "name_taken", fields: { name: [nameTaken] } });
}

const nameTaken = "You already founded an organization with this name, with other details.";
