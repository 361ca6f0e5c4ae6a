import { sql } from "drizzle-orm";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/lib/access/cursor";
import { page } from "@/lib/access/list";
import { defineOperation } from "@/lib/access/operation";
import { encodeId, idInput } from "@/lib/ids";
import { outsideId } from "@/lib/outside-id";
import { inboxNotice, myNotices, myUnread } from "./inbox";
import { bellState } from "./rules";
import { archiveInput, shownNotices } from "./schema";

const mostOnAPage = 100;

export const listMyNotices = defineOperation({
  name: "account.notices",
  scope: "account",
  access: "read",
  summary: "List your notices of all your organizations, newest first",
  limits: [],
  input: z.strictObject({
    organizationId: outsideId("org").optional(),
    show: shownNotices.default("all"),
    limit: z.coerce.number().int().min(1).max(mostOnAPage).default(50),
    cursor: z.string().max(1000).optional(),
  }),
  output: page(inboxNotice),
  rest: { method: "get", path: "/account/notices" },
  run: async ({ db, actor, input: { cursor, limit, organizationId, show } }) => {
    const place = {
      list: "account.notices",
      owner: actor.userId,
      sort: "-created_at",
      filters: { organizationId, show },
    };
    const after = cursor === undefined ? undefined : decodeCursor(cursor, place);
    const found = await myNotices(db, { organizationId, show, after, limit: limit + 1 });
    const data = found.slice(0, limit);
    const last = data.at(-1);
    return { data, next_cursor: found.length > limit && last ? encodeCursor(last.position, place) : null };
  },
});

export const markMyNoticesRead = defineOperation({
  name: "account.read_notices",
  scope: "account",
  access: "write",
  summary: "Mark your notices read: some, those of one organization, or all",
  limits: [{ by: "person", points: 600, seconds: 3600 }],
  input: z.strictObject({
    organizationId: outsideId("org").optional(),
    ids: z.array(idInput("ntc")).min(1).max(100).optional(),
  }),
  output: z.object({ marked: z.number() }),
  rest: { method: "post", path: "/account/notices/read", status: 200 },
  run: async ({ db, input }) => {
    const ids = input.ids ? sql`${sql.param(input.ids)}::uuid[]` : sql`null::uuid[]`;
    const marked = await db.call(sql`guard.read_my_notices(${input.organizationId ?? null}::uuid, ${ids})`, z.number());
    return { marked };
  },
});

export const archiveMyNotices = defineOperation({
  name: "account.archive_notices",
  scope: "account",
  access: "write",
  summary: "Move some of your notices into the archive, or back, wherever they are",
  limits: [{ by: "person", points: 600, seconds: 3600 }],
  input: archiveInput,
  output: z.object({ marked: z.number() }),
  rest: { method: "post", path: "/account/notices/archive", status: 200 },
  run: async ({ db, input: { ids, archived } }) => ({
    marked: await db.call(sql`guard.archive_my_notices(${sql.param(ids)}::uuid[], ${archived})`, z.number()),
  }),
});

/** Proves the session for an open stream, again and again; the tags say which wake-ups concern it. */
export const watchMyNotices = defineOperation({
  name: "account.watch_notices",
  scope: "account",
  access: "read",
  summary: "Be told at once when something changes for you anywhere",
  limits: [],
  input: z.strictObject({}),
  output: z.object({ tags: z.array(z.string()), state: z.string() }),
  run: async ({ db }) => {
    const [newest] = await myNotices(db, { show: "all", limit: 1 });
    const unread = (await myUnread(db)).reduce((sum, place) => sum + (place.unread ?? 0), 0);
    const tags = await db.call(sql`guard.my_live_tags()`, z.array(z.string()));
    return { tags, state: bellState(newest && { id: encodeId("ntc", newest.id) }, unread) };
  },
});
