import { z } from "zod";
import { page } from "@/lib/access/list";
import { defineOperation } from "@/lib/access/operation";
import { noticesRepository } from "./repository";
import { markInput, notice, noticesInput } from "./schema";

const marked = z.object({ marked: z.number() });

export const listNotices = defineOperation({
  name: "notices.list",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "List your own notices",
  input: noticesInput,
  output: page(notice),
  run: ({ db, actor, input }) => noticesRepository(db).list(input, `${actor.organizationId}/${actor.userId}`),
});

export const markNoticesRead = defineOperation({
  name: "notices.mark_read",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  summary: "Mark some of your notices as read",
  input: markInput,
  output: marked,
  run: async ({ db, input }) => ({ marked: await noticesRepository(db).markRead(input.ids) }),
});

export const markAllNoticesRead = defineOperation({
  name: "notices.mark_all_read",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  summary: "Mark all of your notices as read",
  input: z.strictObject({}),
  output: marked,
  run: async ({ db }) => ({ marked: await noticesRepository(db).markRead(undefined) }),
});
