import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { idInput } from "@/lib/ids";
import { inboxNotice, myNotices } from "./inbox";

const shownAtMost = 100;

export const listMyNotices = defineOperation({
  name: "account.notices",
  scope: "account",
  access: "read",
  summary: "List your newest notices of all your organizations",
  limits: [],
  input: z.strictObject({
    organizationId: z.uuid().optional(),
    unread: z.boolean().default(false),
    limit: z.number().int().min(1).max(shownAtMost).default(shownAtMost),
  }),
  output: z.array(inboxNotice),
  rest: { method: "get", path: "/account/notices" },
  run: ({ db, input }) => myNotices(db, input),
});

export const markMyNoticesRead = defineOperation({
  name: "account.read_notices",
  scope: "account",
  access: "write",
  summary: "Mark your notices read: some, those of one organization, or all",
  limits: [{ by: "person", points: 600, seconds: 3600 }],
  input: z.strictObject({
    organizationId: z.uuid().optional(),
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
