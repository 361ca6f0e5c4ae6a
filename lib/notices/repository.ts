import { and, count, desc, eq, inArray, isNull, lt, or } from "drizzle-orm";
import { notices } from "@/db/schema/notices";
import type { Database } from "@/lib/access/database";

type Place = { createdAt: Date; id: string };

/** Notices of the acting person in the organization: the fence shows nobody else's. */
export function noticesRepository(db: Database) {
  const own = eq(notices.organizationId, db.organizationId);
  const unread = and(own, isNull(notices.readAt));
  return {
    latest: (limit: number) =>
      db.query.select().from(notices).where(own).orderBy(desc(notices.createdAt), desc(notices.id)).limit(limit),
    list: ({ only, after, limit }: { only: "unread" | "all"; after: Place | undefined; limit: number }) =>
      db.query
        .select()
        .from(notices)
        .where(and(only === "unread" ? unread : own, after && beyond(after)))
        .orderBy(desc(notices.createdAt), desc(notices.id))
        .limit(limit),
    async countUnread(): Promise<number> {
      const [row] = await db.query.select({ unread: count() }).from(notices).where(unread);
      return row?.unread ?? 0;
    },
    async markRead(ids: string[] | undefined): Promise<number> {
      const marked = await db.query
        .update(notices)
        .set({ readAt: new Date() })
        .where(and(unread, ids && inArray(notices.id, ids)))
        .returning({ id: notices.id });
      return marked.length;
    },
  };
}

function beyond({ createdAt, id }: Place) {
  return or(lt(notices.createdAt, createdAt), and(eq(notices.createdAt, createdAt), lt(notices.id, id)));
}
