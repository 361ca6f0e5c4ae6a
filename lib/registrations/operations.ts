import { sql } from "drizzle-orm";
import { z } from "zod";
import { page } from "@/lib/access/list";
import { defineOperation, type Limit } from "@/lib/access/operation";
import { actorParts } from "@/lib/audit/words";
import { exportPage, recordExport } from "@/lib/csv/record";
import { BerthError } from "@/lib/errors";
import { idOutput } from "@/lib/ids";
import { activationLink, decide, decidedBefore, defaultRole } from "./decide";
import { alreadyDecided } from "./decided";
import { registrationsRepository } from "./repository";
import { historyInWords } from "./rules";
import {
  approveInput,
  decision,
  exportedRegistration,
  exportRegistrationsInput,
  listRegistrationsInput,
  manyInput,
  registration,
  registrationDetail,
  registrationId,
  rejectInput,
  role,
} from "./schema";

/** Each decision sends a mail. */
const decisionLimit: Limit = {
  by: "person",
  bucket: "registration_decisions",
  points: 1000,
  seconds: 3600,
  weighed: true,
};

export const listRegistrations = defineOperation({
  name: "registrations.list",
  scope: "organization",
  permission: "registrations.view",
  access: "read",
  summary: "List registration requests",
  input: listRegistrationsInput,
  output: page(registration),
  rest: { method: "get", path: "/registrations" },
  run: ({ db, input }) => registrationsRepository(db).list(input),
});

export const exportRegistrations = defineOperation({
  name: "registrations.export",
  scope: "organization",
  permission: "data.export",
  access: "write",
  summary: "Export the history of registration requests, page by page",
  input: exportRegistrationsInput,
  output: page(exportedRegistration),
  run: async ({ db, input }) => {
    const { cursor, ...filters } = input;
    if (cursor === undefined) await recordExport(db, "registration_requests", filters);
    return registrationsRepository(db).listForExport(input, exportPage);
  },
});

export const countRegistrations = defineOperation({
  name: "registrations.count",
  scope: "organization",
  permission: "registrations.view",
  access: "read",
  summary: "Count registration requests by state",
  input: z.strictObject({}),
  output: z.object({ pending: z.number(), approved: z.number(), rejected: z.number() }),
  asksOnce: true,
  rest: { method: "get", path: "/registrations/count" },
  run: ({ db }) => registrationsRepository(db).counts(),
});

export const findRegistration = defineOperation({
  name: "registration.find",
  scope: "organization",
  permission: "registrations.view",
  access: "read",
  summary: "Show a registration request with its history",
  input: z.strictObject({ id: registrationId }),
  output: registrationDetail,
  rest: { method: "get", path: "/registrations/{id}" },
  run: async ({ db, input }) => {
    const registrations = registrationsRepository(db);
    const found = await registrations.find(input.id);
    const [earlier, history] = await Promise.all([registrations.earlier(found), registrations.history(found.id)]);
    return {
      ...found,
      networkAddress: found.address,
      earlier,
      history: history.map((entry) => ({
        id: entry.id,
        at: entry.at,
        title: historyInWords({ action: entry.action, after: entry.after }),
        actor: actorParts(entry.actorLabel ?? "Berth").name,
      })),
    };
  },
});

export const listRolesToGive = defineOperation({
  name: "registrations.roles",
  scope: "organization",
  permission: "registrations.decide",
  access: "read",
  summary: "List the roles that you may approve with",
  input: z.strictObject({}),
  output: z.object({ roles: z.array(role), defaultRole: z.string() }),
  asksOnce: true,
  rest: { method: "get", path: "/registrations/roles" },
  run: async ({ db }) => {
    const [roles, preset] = await Promise.all([
      db.rows(sql`select * from guard.roles_to_give()`, role),
      defaultRole(db),
    ]);
    return { roles, defaultRole: preset };
  },
});

export const approveRegistration = defineOperation({
  name: "registration.approve",
  scope: "organization",
  permission: "registrations.decide",
  access: "write",
  summary: "Approve a registration request with a role",
  limits: [decisionLimit],
  fresh: true,
  input: approveInput.extend({ id: registrationId }),
  output: decision,
  rest: { method: "post", path: "/registrations/{id}/approve" },
  run: async ({ db, input }) => {
    const { id, ...given } = input;
    return onlyNow(await decide(db, { ...given, ids: [id], approve: true }));
  },
});

export const rejectRegistration = defineOperation({
  name: "registration.reject",
  scope: "organization",
  permission: "registrations.decide",
  access: "write",
  summary: "Reject a registration request with a reason",
  limits: [decisionLimit],
  input: rejectInput.extend({ id: registrationId }),
  output: decision,
  rest: { method: "post", path: "/registrations/{id}/reject" },
  run: async ({ db, input }) => onlyNow(await decide(db, { ids: [input.id], approve: false, note: input.reason })),
});

export const approveRegistrations = defineOperation({
  name: "registrations.approve",
  scope: "organization",
  permission: "registrations.decide",
  access: "write",
  summary: "Approve several registration requests with one role",
  limits: [decisionLimit],
  weight: (input) => input.ids.length,
  fresh: true,
  input: approveInput.extend(manyInput.shape),
  output: z.array(decision),
  rest: { method: "post", path: "/registrations/approve", status: 200 },
  run: ({ db, input }) => decide(db, { ...input, approve: true }),
});

export const rejectRegistrations = defineOperation({
  name: "registrations.reject",
  scope: "organization",
  permission: "registrations.decide",
  access: "write",
  summary: "Reject several registration requests with one reason",
  limits: [decisionLimit],
  weight: (input) => input.ids.length,
  input: rejectInput.extend(manyInput.shape),
  output: z.array(decision),
  rest: { method: "post", path: "/registrations/reject", status: 200 },
  run: ({ db, input }) => decide(db, { ids: input.ids, approve: false, note: input.reason }),
});

export const resendActivation = defineOperation({
  name: "registration.resend_activation",
  scope: "organization",
  permission: "registrations.decide",
  access: "write",
  summary: "Send the activation link of an approved request again",
  limits: [{ by: "subject", points: 5, seconds: 3600 }],
  subject: (input) => input.id,
  fresh: true,
  input: z.strictObject({ id: registrationId }),
  output: z.object({ email: z.string(), outcome: z.enum(["waiting", "joined"]) }),
  rest: { method: "post", path: "/registrations/{id}/resend-activation", status: 200 },
  run: async ({ db, input }) => {
    const { email } = await registrationsRepository(db).find(input.id);
    const { token, sealed } = activationLink(email);
    const call = sql`guard.resend_activation(${input.id}, ${token}, ${sealed})`;
    return { email, outcome: await db.call(call, z.enum(["waiting", "joined"])) };
  },
});

const takenBack = z.discriminatedUnion("outcome", [z.object({ outcome: z.literal("taken_back") }), decidedBefore]);

export const takeBackApproval = defineOperation({
  name: "registration.take_back",
  scope: "organization",
  permission: "registrations.decide",
  access: "write",
  summary: "Take an approval back that still waits for the person",
  limits: [decisionLimit],
  input: rejectInput.extend({ id: registrationId }),
  output: z.object({ id: idOutput("reg") }),
  rest: { method: "post", path: "/registrations/{id}/take-back" },
  run: async ({ db, input }) => {
    const made = await db.call(sql`guard.take_back_approval(${input.id}, ${input.reason})`, takenBack);
    if (made.outcome === "taken_back") return { id: input.id };
    const { state, closed_as, by, at, joined } = made;
    throw alreadyDecided({ state, closedAs: closed_as, decidedByName: by, decidedAt: at, joined });
  },
});

function onlyNow<Made extends Parameters<typeof alreadyDecided>[0] & { outcome: string }>(decisions: Made[]): Made {
  const [made] = decisions;
  if (!made || made.outcome === "missing")
    throw new BerthError("not_found", "There is no such request.", { reason: "request_unknown" });
  if (made.outcome === "decided") throw alreadyDecided(made);
  return made;
}
