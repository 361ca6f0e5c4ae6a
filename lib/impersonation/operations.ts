import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { asFound } from "@/lib/console/paging";
import { raiseInput, sessionReference, supportSession } from "./schema";

const nothing = z.object({});

export const raiseImpersonation = defineOperation({
  name: "impersonation.raise",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  summary: "As support: from looking to changing records, with a reason of its own",
  fresh: true,
  input: raiseInput,
  output: nothing,
  run: async ({ db, input }) => {
    await db.call(sql`guard.raise_impersonation(${input.reason})`, z.unknown());
    return {};
  },
});

export const stopImpersonation = defineOperation({
  name: "impersonation.stop",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  summary: "As support: end the session",
  input: z.strictObject({}),
  output: nothing,
  run: async ({ db }) => {
    await db.call(sql`guard.stop_impersonation()`, z.unknown());
    return {};
  },
});

export const listSupportSessions = defineOperation({
  name: "support_sessions.list",
  scope: "organization",
  permission: "members.view",
  access: "read",
  summary: "See who of the platform is inside now, and as whom",
  input: z.strictObject({}),
  output: z.array(supportSession),
  asksOnce: true,
  rest: { method: "get", path: "/support-sessions" },
  run: ({ db }) =>
    db.rows(sql`select s.*, s.membership_id as member_id from guard.support_sessions() s`, asFound(supportSession)),
});

export const endSupportSession = defineOperation({
  name: "support_sessions.end",
  scope: "organization",
  permission: "members.manage",
  access: "write",
  summary: "End a support session from its next request on",
  input: sessionReference,
  output: nothing,
  rest: { method: "post", path: "/support-sessions/{id}/end", status: 200 },
  run: async ({ db, input }) => {
    await db.call(sql`guard.end_support_session(${input.id})`, z.unknown());
    return {};
  },
});
