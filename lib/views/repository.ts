import { and, asc, eq, or } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { savedViews } from "@/db/schema/saved-views";
import type { Database } from "@/lib/access/database";
import { BerthError } from "@/lib/errors";

type NewView = Omit<typeof savedViews.$inferInsert, "organizationId" | "id">;

export function viewsRepository(db: Database) {
  const own = eq(savedViews.organizationId, db.organizationId);
  /** Their own ones, and those that others share. */
  const reached = (userId: string) => and(own, or(eq(savedViews.userId, userId), eq(savedViews.shared, true)));
  return {
    list: (list: string, userId: string) =>
      db.query
        .select()
        .from(savedViews)
        .where(and(reached(userId), eq(savedViews.list, list)))
        .orderBy(asc(savedViews.createdAt), asc(savedViews.id))
        .limit(50),
    async find(id: string, userId: string) {
      const [row] = await db.query
        .select()
        .from(savedViews)
        .where(and(reached(userId), eq(savedViews.id, id)));
      if (!row) throw new BerthError("not_found", "There is no such view.");
      return row;
    },
    async create(values: NewView) {
      const row = { ...values, organizationId: db.organizationId, id: uuidv7() };
      await db.query.insert(savedViews).values(row);
      return row;
    },
    remove: (id: string) => db.query.delete(savedViews).where(and(own, eq(savedViews.id, id))),
  };
}
