import { and, count, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { notices } from "@/db/schema/notices";
import { registrationRequests as requests } from "@/db/schema/registration-requests";
import type { Database } from "@/lib/access/database";
import { keyset } from "@/lib/access/list";
import type { chooseInput, noticesInput } from "./schema";
import { preference } from "./schema";

const preferenceRow = z
  .object({ kind: preference.shape.kind, in_app: z.boolean(), mail: preference.shape.mail, choosable: z.boolean() })
  .transform(({ in_app, ...rest }) => ({ ...rest, inApp: in_app }));

/** Notices of the acting person in the organization: the fence shows nobody else's. `decides`: with the requests' state. */
export function noticesRepository(db: Database, { decides }: { decides: boolean }) {
  const own = and(eq(notices.organizationId, db.organizationId), notices.inApp);
  const shown = {
    all: and(own, isNull(notices.archivedAt)),
    unread: and(own, isNull(notices.readAt), isNull(notices.archivedAt)),
    archived: and(own, isNotNull(notices.archivedAt)),
  };
  const request = decides
    ? sql<{ id: string; state: "pending"; closedAs: null } | null>`(select jsonb_build_object('id', ${requests.id},
        'state', ${requests.state}, 'closedAs', ${requests.closedAs}) from ${requests}
        where ${requests.organizationId} = ${notices.organizationId} and ${requests.id} = ${notices.recordId})`
    : sql<null>`null::jsonb`;
  const columns = {
    id: notices.id,
    kind: notices.kind,
    title: notices.title,
    body: notices.body,
    path: notices.path,
    readAt: notices.readAt,
    archivedAt: notices.archivedAt,
    createdAt: notices.createdAt,
    request: request.as("request"),
  };
  return {
    latest: (limit: number) =>
      db.query
        .select(columns)
        .from(notices)
        .where(shown.all)
        .orderBy(desc(notices.createdAt), desc(notices.id))
        .limit(limit),
    async list(input: z.output<typeof noticesInput>, owner: string) {
      const paging = keyset(input, {
        list: "notices.list",
        owner,
        sorts: { created_at: { by: notices.createdAt, type: "timestamptz" } },
        id: notices.id,
      });
      const rows = await db.query
        .select({ ...columns, position: paging.position })
        .from(notices)
        .where(and(shown[input.show], paging.after))
        .orderBy(...paging.orderBy)
        .limit(paging.limit);
      return paging.page(rows);
    },
    async countUnread(): Promise<number> {
      const [row] = await db.query.select({ unread: count() }).from(notices).where(shown.unread);
      return row?.unread ?? 0;
    },
    async markRead(ids: string[] | undefined): Promise<number> {
      const marked = await db.query
        .update(notices)
        .set({ readAt: new Date() })
        .where(and(shown.unread, ids && inArray(notices.id, ids)))
        .returning({ id: notices.id });
      return marked.length;
    },
    /** Into the archive, where everything counts as read, or back. */
    async archive(ids: string[], archived: boolean): Promise<number> {
      const now = new Date();
      const moved = await db.query
        .update(notices)
        .set(archived ? { archivedAt: now, readAt: sql`coalesce(${notices.readAt}, ${now})` } : { archivedAt: null })
        .where(and(archived ? shown.all : shown.archived, inArray(notices.id, ids)))
        .returning({ id: notices.id });
      return moved.length;
    },
    preferences: () => db.rows(sql`select * from guard.my_notice_preferences()`, preferenceRow),
    choose: (choices: z.output<typeof chooseInput>["choices"]) =>
      db.call(sql`guard.choose_notices(${JSON.stringify(choices)}::jsonb)`, z.unknown()),
    liveTag: () => db.call(sql`guard.my_live_tag()`, z.string()),
  };
}
