import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { newPassword } from "@/lib/access/password";
import { statusLink } from "./decide";
import { mailDomain } from "./rules";
import { accessRequestInput, activateInput, closedAs, myRequest, registrationId, requestState } from "./schema";

export const requestAccess = defineOperation({
  name: "registration.request",
  scope: "public",
  access: "write",
  summary: "Ask to join an organization",
  limits: [
    { by: "network", points: 60, seconds: 3600 },
    { by: "subject", points: 10, seconds: 3600 },
    { by: "group", points: 60, seconds: 3600 },
  ],
  subject: (input) => input.email,
  group: (input) => `${input.slug}|${mailDomain(input.email)}`,
  input: accessRequestInput,
  output: z.object({ email: z.string(), slug: z.string() }),
  run: async ({ db, input }) => {
    const { slug, email, name, message } = input;
    await db.call(sql`guard.request_access(${slug}, ${email}, ${name}, ${message})`, z.unknown());
    return { email, slug };
  },
});

/** What `requestAccess` noted, by a job: whoever asks cannot tell from the answer's time what there is. */
export const receiveRequest = defineOperation({
  name: "registration.receive",
  scope: "job",
  access: "write",
  summary: "Take in what somebody asked: a request to join, or a mail that says why not",
  input: z.strictObject({}),
  output: z.object({}),
  run: async ({ db }) => {
    const email = await db.call(sql`guard.noted_address()`, z.string().nullable());
    if (email === null) return {};
    const { token, sealed } = statusLink(email);
    await db.call(sql`guard.receive_request(${token}, ${sealed})`, z.unknown());
    return {};
  },
});

const activation = z.discriminatedUnion("state", [
  z.object({ state: z.literal("unknown") }),
  z.object({
    state: z.enum(["live", "used", "expired"]),
    joined: z.boolean(),
    email: z.string(),
    name: z.string(),
    organization: z.string(),
    slug: z.string(),
    role: z.string(),
  }),
]);

const tokenLimits = [{ by: "network", points: 60, seconds: 900 } as const];

export const peekActivation = defineOperation({
  name: "registration.peek_activation",
  scope: "public",
  access: "read",
  summary: "Say what an activation link is for, without using it up",
  limits: tokenLimits,
  input: z.strictObject({ token: z.string().max(200) }),
  output: activation,
  run: ({ db, input }) => db.call(sql`guard.peek_activation(${input.token})`, activation),
});

export const activate = defineOperation({
  name: "registration.activate",
  scope: "public",
  access: "write",
  summary: "Prove the address of an approved request and begin the membership",
  limits: tokenLimits,
  input: activateInput,
  // The session is empty where the approval no longer stands; nothing is thrown, so that the organization is told.
  output: z.object({ session: z.string(), device: z.string(), slug: z.string() }),
  takesSeat: ({ token }) => ({ secret: token }),
  run: async ({ db, actor, input }) => {
    const { salt, params, raw } = await newPassword(input.password);
    const device = input.device ?? randomBytes(32).toString("base64url");
    const begun = await db.call(
      sql`guard.activate(${input.token}, ${input.name}, ${salt}, ${JSON.stringify(params)}::jsonb, ${raw}, ${device},
        ${JSON.stringify(actor.request)}::jsonb)`,
      z.object({ session: z.string(), slug: z.string() }),
    );
    return { ...begun, device };
  },
});

const mine = z
  .object({
    id: z.uuid(),
    organization: z.string(),
    slug: z.string(),
    state: requestState,
    closed_as: closedAs.nullable(),
    note: z.string().nullable(),
    role_name: z.string().nullable(),
    message: z.string(),
    created_at: z.coerce.date(),
    due_at: z.coerce.date().nullable(),
    decided_at: z.coerce.date().nullable(),
    joined_at: z.coerce.date().nullable(),
  })
  .transform(({ closed_as, role_name, created_at, due_at, decided_at, joined_at, ...rest }) => ({
    ...rest,
    closedAs: closed_as,
    roleName: role_name,
    createdAt: created_at,
    dueAt: due_at,
    decidedAt: decided_at,
    joinedAt: joined_at,
  }));

export const listMyRequests = defineOperation({
  name: "account.requests",
  scope: "account",
  access: "read",
  summary: "List your requests to join organizations",
  limits: [],
  input: z.strictObject({}),
  output: z.array(myRequest),
  rest: { method: "get", path: "/account/requests" },
  run: ({ db }) => db.rows(sql`select * from guard.my_requests()`, mine),
});

export const withdrawRequest = defineOperation({
  name: "registration.withdraw",
  scope: "account",
  access: "write",
  summary: "Take back a pending request",
  limits: [{ by: "person", points: 60, seconds: 3600 }],
  input: z.strictObject({ id: registrationId }),
  output: z.object({ withdrawn: z.boolean() }),
  rest: { method: "delete", path: "/account/requests/{id}" },
  run: async ({ db, input }) => ({
    withdrawn: await db.call(sql`guard.withdraw_request(${input.id})`, z.boolean()),
  }),
});

const linkToken = z.strictObject({ token: z.string().max(200) });

export const peekRequest = defineOperation({
  name: "registration.peek",
  scope: "public",
  access: "read",
  summary: "Say what became of a request, by the link that went to its address",
  limits: tokenLimits,
  input: linkToken,
  output: myRequest.nullable(),
  run: async ({ db, input }) => {
    const [found] = await db.rows(sql`select * from guard.peek_request(${input.token})`, mine);
    return found ?? null;
  },
});

export const withdrawByLink = defineOperation({
  name: "registration.withdraw_by_link",
  scope: "public",
  access: "write",
  summary: "Take back a pending request, by the link that went to its address",
  limits: tokenLimits,
  input: linkToken,
  output: z.object({ withdrawn: z.boolean() }),
  run: async ({ db, input }) => ({
    withdrawn: await db.call(sql`guard.withdraw_by_link(${input.token})`, z.boolean()),
  }),
});
