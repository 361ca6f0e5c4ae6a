import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { page } from "@/lib/access/list";
import { type Actors, defineOperation } from "@/lib/access/operation";
import { BerthError } from "@/lib/errors";
import { encodeId } from "@/lib/ids";
import { noticesRepository } from "./repository";
import { bellState } from "./rules";
import { archiveInput, chooseInput, markInput, notice, noticesInput, preference } from "./schema";

const marked = z.object({ marked: z.number() });
const reading = { decides: false };

export const listNotices = defineOperation({
  name: "notices.list",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "List your own notices",
  input: noticesInput,
  output: page(notice),
  rest: { method: "get", path: "/notices" },
  run: ({ db, actor, input }) => ownOf(db, actor).list(input, `${actor.organizationId}/${actor.userId}`),
});

export const markNoticesRead = defineOperation({
  name: "notices.mark_read",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  summary: "Mark some of your notices as read",
  input: markInput,
  output: marked,
  rest: { method: "post", path: "/notices/read", status: 200 },
  run: async ({ db, actor, input }) => ({ marked: await ownOf(db, actor).markRead(input.ids) }),
});

export const markAllNoticesRead = defineOperation({
  name: "notices.mark_all_read",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  summary: "Mark all of your notices as read",
  input: z.strictObject({}),
  output: marked,
  rest: { method: "post", path: "/notices/read-all", status: 200 },
  run: async ({ db, actor }) => ({ marked: await ownOf(db, actor).markRead(undefined) }),
});

export const archiveNotices = defineOperation({
  name: "notices.archive",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  summary: "Move some of your notices into the archive, or back",
  input: archiveInput,
  output: marked,
  rest: { method: "post", path: "/notices/archive", status: 200 },
  run: async ({ db, actor, input }) => ({ marked: await ownOf(db, actor).archive(input.ids, input.archived) }),
});

export const listNoticePreferences = defineOperation({
  name: "notices.preferences",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "See what you want to be told, and how",
  input: z.strictObject({}),
  output: z.array(preference),
  rest: { method: "get", path: "/notices/preferences" },
  run: ({ db }) => noticesRepository(db, reading).preferences(),
});

export const chooseNotices = defineOperation({
  name: "notices.choose",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  summary: "Choose what you want to be told, and how",
  input: chooseInput,
  output: z.object({}),
  rest: { method: "put", path: "/notices/preferences" },
  run: async ({ db, input }) => {
    await noticesRepository(db, reading).choose(input.choices);
    return {};
  },
});

/** Proves the session for an open stream, again and again; the tag says which wake-ups concern it. */
export const watchNotices = defineOperation({
  name: "notices.watch",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "Be told at once when something changes for you",
  input: z.strictObject({}),
  output: z.object({ tag: z.string(), state: z.string() }),
  run: async ({ db }) => {
    const notices = noticesRepository(db, reading);
    const [newest] = await notices.latest(1);
    const unread = await notices.countUnread();
    return { tag: await notices.liveTag(), state: bellState(newest && { id: encodeId("ntc", newest.id) }, unread) };
  },
});

function ownOf(db: Database, { userId, rights }: Actors["organization"]) {
  if (userId === null) throw new BerthError("forbidden", "A key gets no notifications.", { reason: "members_only" });
  return noticesRepository(db, { decides: rights.has("registrations.decide") });
}
