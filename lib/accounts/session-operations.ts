import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { deviceName } from "@/lib/auth/device-words";
import { outsideId } from "@/lib/outside-id";

const row = z
  .object({
    id: z.uuid(),
    current: z.boolean(),
    method: z.string(),
    device: z.string().nullable(),
    agent: z.string().nullable(),
    address: z.string().nullable(),
    created_at: z.coerce.date(),
    last_used_at: z.coerce.date().nullable(),
    organizations: z.array(z.string()).nullable(),
  })
  .transform(({ created_at, last_used_at, agent, ...rest }) => ({
    ...rest,
    device: rest.device ?? deviceName(agent ?? ""),
    organizations: rest.organizations ?? [],
    createdAt: created_at,
    lastUsedAt: last_used_at ?? created_at,
  }));

const session = z.object({
  id: outsideId("ses"),
  current: z.boolean(),
  method: z.string(),
  device: z.string(),
  address: z.string().nullable(),
  organizations: z.array(z.string()),
  createdAt: z.date(),
  lastUsedAt: z.date(),
});

export const listSessions = defineOperation({
  name: "account.sessions",
  scope: "account",
  access: "read",
  summary: "List your sessions",
  limits: [],
  input: z.strictObject({}),
  output: z.array(session),
  rest: { method: "get", path: "/account/sessions" },
  run: async ({ db }) => {
    const sessions = await db.rows(sql`select * from guard.my_sessions()`, row);
    return sessions.sort((one, other) => Number(other.current) - Number(one.current));
  },
});

const ended = z.object({ ended: z.number() });

export const endSession = defineOperation({
  name: "account.end_session",
  scope: "account",
  access: "write",
  summary: "End one of your sessions on all its hosts",
  limits: [{ by: "person", points: 120, seconds: 3600 }],
  input: z.strictObject({ id: outsideId("ses") }),
  output: ended,
  rest: { method: "delete", path: "/account/sessions/{id}" },
  run: async ({ db, input }) => ({ ended: await db.call(sql`guard.revoke_my_session(${input.id})`, z.number()) }),
});

export const endOtherSessions = defineOperation({
  name: "account.end_other_sessions",
  scope: "account",
  access: "write",
  summary: "End all of your sessions but this one",
  limits: [{ by: "person", points: 60, seconds: 3600 }],
  input: z.strictObject({}),
  output: ended,
  rest: { method: "post", path: "/account/sessions/end-others", status: 200 },
  run: async ({ db }) => ({ ended: await db.call(sql`guard.revoke_my_session(null)`, z.number()) }),
});
