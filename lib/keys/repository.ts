import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { organizations } from "@/db/schema/organizations";
import type { Database } from "@/lib/access/database";
import { BerthError, faultsAt } from "@/lib/errors";
import type { KeyLife } from "./schema";
import type { Scopes } from "./scope-schema";
import { isUnused, stateOf } from "./states";

const keyRow = z
  .object({
    id: z.uuid(),
    label: z.string(),
    prefix: z.string(),
    last4: z.string(),
    scopes: z.record(z.string(), z.enum(["read", "write"])).nullable(),
    test_mode: z.boolean(),
    creator_name: z.string().nullable(),
    creator_left: z.boolean(),
    created_at: z.coerce.date(),
    expires_at: z.coerce.date().nullable(),
    revoked_at: z.coerce.date().nullable(),
    ended_as: z.enum(["revoked", "rotated", "maker_left"]).nullable(),
    replaced_by: z.uuid().nullable(),
    last_used_at: z.coerce.date().nullable(),
    last_used_address: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    label: row.label,
    prefix: row.prefix,
    last4: row.last4,
    scopes: row.scopes as Scopes | null, // written by what checks their names
    mode: row.test_mode ? ("test" as const) : ("live" as const),
    createdBy: row.creator_name,
    creatorLeft: row.creator_left,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    endedAs: row.ended_as,
    replacedBy: row.replaced_by,
    lastUsedAt: row.last_used_at,
    lastUsedAddress: row.last_used_address,
  }));

/** Keys stand behind the wall's functions; the application reads no row of their table. */
export function keysRepository(db: Database) {
  const list = async () =>
    (await db.rows(sql`select * from guard.keys()`, keyRow)).map((key) => ({
      ...key,
      state: stateOf(key, Date.now()),
      unused: isUnused(key, Date.now()),
    }));
  return {
    list,
    async find(id: string) {
      const found = (await list()).find((key) => key.id === id);
      if (!found) throw new BerthError("not_found", "There is no such key.");
      return found;
    },
    create: (label: string, key: string, expiresAt: Date | null, scopes: Scopes) =>
      db.call(
        sql`guard.create_key(${label}, ${key}, ${expiresAt?.toISOString() ?? null}::timestamptz, ${JSON.stringify(scopes)}::jsonb)`,
        z.uuid(),
      ),
    rotate: (id: string, key: string, overlapHours: number) =>
      db.call(sql`guard.rotate_key(${id}, ${key}, ${overlapHours}::int)`, z.uuid()),
    revoke: (id: string) => db.call(sql`guard.revoke_key(${id})`, z.unknown()),
    /** The moment after which a key that is made now opens nothing, or null. Days end where the organization is. */
    async endOf({ expires, expiresOn }: KeyLife): Promise<Date | null> {
      if (expires === "none") return null;
      if (expires !== "custom") return new Date(Date.now() + Number(expires) * 86_400_000);
      const [row] = await db.query
        .select({
          end: sql`(${expiresOn}::date + 1)::timestamp at time zone ${organizations.timeZone} - interval '1 second'`.mapWith(
            (end) => new Date(end),
          ),
        })
        .from(organizations)
        .where(eq(organizations.id, db.organizationId));
      if (!row || row.end.getTime() < Date.now()) throw faultsAt({ expiresOn: ["This day is over."] });
      return row.end;
    },
    /** What a new key of this organization begins with. */
    async organizationPart(): Promise<string> {
      const [row] = await db.query
        .select({ slug: organizations.slug })
        .from(organizations)
        .where(eq(organizations.id, db.organizationId));
      return row?.slug ?? "";
    },
  };
}
