import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { organizations } from "@/db/schema/organizations";
import type { Database } from "@/lib/access/database";
import { BerthError } from "@/lib/errors";

const keyRow = z
  .object({
    id: z.uuid(),
    label: z.string(),
    prefix: z.string(),
    last4: z.string(),
    creator_name: z.string().nullable(),
    created_at: z.coerce.date(),
    expires_at: z.coerce.date().nullable(),
    revoked_at: z.coerce.date().nullable(),
    last_used_at: z.coerce.date().nullable(),
    last_used_address: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    label: row.label,
    prefix: row.prefix,
    last4: row.last4,
    createdBy: row.creator_name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
    lastUsedAddress: row.last_used_address,
  }));

type KeyRow = z.output<typeof keyRow>;

/** Keys stand behind the wall's functions; the application reads no row of their table. */
export function keysRepository(db: Database) {
  const list = async () => (await db.rows(sql`select * from guard.keys()`, keyRow)).map(withState);
  return {
    list,
    async find(id: string) {
      const found = (await list()).find((key) => key.id === id);
      if (!found) throw new BerthError("not_found", "There is no such key.");
      return found;
    },
    create: (label: string, key: string, expiresAt: Date | null) =>
      db.call(sql`guard.create_key(${label}, ${key}, ${expiresAt?.toISOString() ?? null}::timestamptz)`, z.uuid()),
    regenerate: (id: string, key: string) => db.call(sql`guard.regenerate_key(${id}, ${key})`, z.uuid()),
    revoke: (id: string) => db.call(sql`guard.revoke_key(${id})`, z.unknown()),
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

function withState(key: KeyRow) {
  const expired = key.expiresAt !== null && key.expiresAt.getTime() <= Date.now();
  const state = key.revokedAt ? "revoked" : expired ? "expired" : "active";
  return { ...key, state } as const;
}
