import { and, count, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { notices } from "@/db/schema/notices";
import { registrationRequests as requests } from "@/db/schema/registration-requests";
import type { Database } from "@/lib/access/database";
import { keyset } from "@/lib/access/list";
import { outsidePath } from "@/lib/audit/places";
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
  const columns = {
    id: notices.id,
    kind: notices.kind,
    title: notices.title,
    body: notices.body,
    path: notices.path,
    readAt: notices.readAt,
    archivedAt: notices.archivedAt,
    createdAt: notices.createdAt,
    recordId: notices.recordId,
  };
  const pagingOf = (input: z.output<typeof noticesInput>, owner: string) =>
    keyset(input, { list: "notices.list", owner, sorts, id: notices.id });
  /** Notices, each with the request that it is about. */
  async function rowsOf(show: keyof typeof shown, paging: ReturnType<typeof pagingOf>) {
    const found = db.query
      .select({ ...columns, position: paging.position, sorted: paging.sorted })
      .from(notices)
      .where(and(shown[show], paging.after))
      .orderBy(...paging.orderBy)
      .limit(paging.limit);
    if (!decides) return (await found).map((row) => ({ ...row, path: outsidePath(row.path), request: null }));
    const page = db.query.$with("page").as(found);
    const asked = requestsOf(db, sql`select ${page.recordId} from ${page}`, paging.limit);
    const rows = await db.query
      .with(page)
      .select()
      .from(page)
      .leftJoin(asked, eq(asked.id, page.recordId))
      .orderBy(...paging.orderAgain(page));
    return rows.map(({ page: row, asked: request }) => ({ ...row, path: outsidePath(row.path), request }));
  }
  return {
    latest: async (limit: number) => {
      const rows = await rowsOf("all", pagingOf({ limit, sort: "-created_at", show: "all" }, ""));
      return rows.slice(0, limit);
    },
    async list(input: z.output<typeof noticesInput>, owner: string) {
      const paging = pagingOf(input, owner);
      return paging.page(await rowsOf(input.show, paging));
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

const sorts = { created_at: { by: notices.createdAt, type: "timestamptz" } } as const;

/** All that a page is about, at once: a question for each notice would ask the fence for each of them. */
function requestsOf(db: Database, ids: SQL, most: number) {
  const { organizationId, id, state, closedAs } = requests;
  return db.query
    .select({ id, state, closedAs })
    .from(requests)
    .where(and(eq(organizationId, db.organizationId), sql`${id} = any (array(${ids}))`))
    .limit(most)
    .as("asked");
}
