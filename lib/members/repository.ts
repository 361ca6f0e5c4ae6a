import { and, eq } from "drizzle-orm";
import { memberships } from "@/db/schema/memberships";
import type { Database } from "@/lib/access/database";
import { BerthError } from "@/lib/errors";

export type Membership = typeof memberships.$inferSelect;

export function membersRepository(db: Database) {
  const own = eq(memberships.organizationId, db.organizationId);
  return {
    async find(id: string): Promise<Membership> {
      const [row] = await db.query
        .select()
        .from(memberships)
        .where(and(own, eq(memberships.id, id)));
      if (!row) throw new BerthError("not_found", "There is no such member.");
      return row;
    },
    list: () => db.query.select().from(memberships).where(own).orderBy(memberships.name).limit(100),
  };
}
