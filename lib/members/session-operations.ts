import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { defineOperation } from "@/lib/access/operation";
import { deviceName } from "@/lib/auth/device-words";
import { membersRepository } from "./repository";
import { endSessionInput, memberId, memberSignInOutput } from "./schema";

const row = z
  .object({
    id: z.uuid(),
    current: z.boolean(),
    method: z.string(),
    device: z.string().nullable(),
    agent: z.string().nullable(),
    address: z.string().nullable(),
    created_at: z.coerce.date(),
    last_used_at: z.coerce.date(),
  })
  .transform(({ agent, created_at, last_used_at, ...rest }) => ({
    ...rest,
    device: rest.device ?? deviceName(agent ?? ""),
    createdAt: created_at,
    lastUsedAt: last_used_at,
  }));

export const findMemberSignIn = defineOperation({
  name: "members.sign_in",
  scope: "organization",
  permission: "members.manage",
  access: "read",
  summary: "See how a member signs in, and where they are signed in to this organization",
  input: memberId,
  output: memberSignInOutput,
  rest: { method: "get", path: "/members/{id}/sign-in" },
  run: async ({ db, input }) => {
    const { id } = await membersRepository(db).find(input.id);
    const [sessions, ways] = await Promise.all([
      db.rows(sql`select * from guard.member_sessions(${id})`, row),
      db.call(sql`guard.member_sign_in_ways(${id})`, z.array(z.string())),
    ]);
    return { sessions, ways };
  },
});

const ended = z.object({ ended: z.number() });

export const endMemberSession = defineOperation({
  name: "members.end_session",
  scope: "organization",
  permission: "members.manage",
  access: "write",
  summary: "End one of a member's sessions in this organization",
  input: endSessionInput,
  output: ended,
  rest: { method: "post", path: "/members/{id}/sessions/{session}/end", status: 200 },
  run: async ({ db, input }) => ({ ended: await end(db, input.id, input.session) }),
});

export const endMemberSessions = defineOperation({
  name: "members.end_sessions",
  scope: "organization",
  permission: "members.manage",
  access: "write",
  summary: "End all of a member's sessions in this organization",
  input: memberId,
  output: ended,
  rest: { method: "post", path: "/members/{id}/sessions/end", status: 200 },
  run: async ({ db, input }) => ({ ended: await end(db, input.id, null) }),
});

const end = (db: Database, member: string, session: string | null) =>
  db.call(sql`guard.end_member_sessions(${member}, ${session})`, z.number());
