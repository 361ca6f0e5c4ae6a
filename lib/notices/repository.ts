import { and, count, desc, eq, inArray, isNull } from "drizzle-orm";
import type { z } from "zod";
import { notices } from "@/db/schema/notices";
import type { Database } from "@/lib/access/database";
import { keyset } from "@/lib/access/list";
import type { noticesInput } from "./schema";

/** Notices of the acting person in the organization: the fence shows nobody else's. */
export function noticesRepository(db: Database) {
  const own = eq(notices.organizationId, db.organizationId);
  const unread = and(own, isNull(notices.readAt));
  return {
    latest: (limit: number) =>
      db.query.select().from(notices).where(own).orderBy(desc(notices.createdAt), desc(notices.id)).limit(limit),
    async list(input: z.output<typeof noticesInput>, owner: string) {
      const paging = keyset(input, {
        list: "notices.list",
        owner,
        sorts: { created_at: { by: notices.createdAt, type: "timestamptz" } },
        id: notices.id,
      });
      const rows = await db.query
        .select({
          id: notices.id,
          kind: notices.kind,
          title: notices.title,
          body: notices.body,
          path: notices.path,
          readAt: notices.readAt,
          createdAt: notices.createdAt,
          position: paging.position,
        })
        .from(notices)
        .where(and(input.show === "unread" ? unread : own, paging.after))
        .orderBy(...paging.orderBy)
        .limit(paging.limit);
      return paging.page(rows);
    },
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
