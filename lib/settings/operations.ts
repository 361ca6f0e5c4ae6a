import { z } from "zod";
import { ofOrganization } from "@/lib/access/changes";
import { translateDatabaseError } from "@/lib/access/database-errors";
import { defineOperation } from "@/lib/access/operation";
import { normalizeRoleKey } from "@/lib/access/roles";
import { auditRepository } from "@/lib/audit/repository";
import { auditListInput } from "@/lib/audit/schema";
import { BerthError } from "@/lib/errors";
import { historyInput, historyPage } from "./history-schema";
import { ownershipRepository, settingsRepository } from "./repository";
import { requireKnownRegion, settingsRow } from "./rules";
import * as shape from "./schema";

const done = z.object({});

export const readSettings = defineOperation({
  name: "settings.read",
  scope: "organization",
  permission: "settings.view",
  access: "read",
  summary: "Read the organization's settings",
  input: z.strictObject({}),
  output: shape.settings,
  rest: { method: "get", path: "/settings" },
  run: async ({ db }) => {
    const settings = settingsRepository(db);
    const [row, roles] = await Promise.all([settings.find(), settings.roles()]);
    return { ...settingsRow(row), roles };
  },
});

export const updateSettings = defineOperation({
  name: "settings.update",
  scope: "organization",
  permission: "settings.manage",
  access: "write",
  summary: "Change name, profile, currency, time zone and units",
  input: shape.generalInput,
  output: done,
  rest: { method: "put", path: "/settings" },
  changes: ofOrganization(readSettings),
  run: async ({ db, input }) => {
    requireKnownRegion(input);
    await settingsRepository(db).update({
      name: input.name,
      companyName: input.company_name,
      industry: input.industry,
      companySize: input.company_size,
      city: input.city,
      country: input.country,
      currency: input.currency,
      timeZone: input.time_zone,
      weightUnit: input.weight_unit,
      dimensionUnit: input.dimension_unit,
    });
    return {};
  },
});

export const renameOrganization = defineOperation({
  name: "settings.rename",
  scope: "organization",
  permission: "settings.manage",
  access: "write",
  summary: "Change the organization's name, and nothing else of its settings",
  input: shape.generalInput.pick({ name: true }),
  output: done,
  rest: { method: "patch", path: "/settings" },
  changes: ofOrganization(readSettings),
  run: async ({ db, input }) => {
    await settingsRepository(db).update({ name: input.name });
    return {};
  },
});

/** Operations that change settings: what the history shows. */
const settingsOperations = [
  "settings.update",
  "settings.rename",
  "settings.update_roles",
  "settings.change_address",
  "roles.set_ladder",
  "preferences.update",
  "workspace.update",
  "policy.update",
  "look.update",
  "look.set_visibility",
  "logo.replace",
  "logo.remove",
];

export const readSettingsHistory = defineOperation({
  name: "settings.history",
  scope: "organization",
  permission: "settings.view",
  access: "read",
  summary: "See who changed which setting, from what to what, newest first",
  input: historyInput,
  output: historyPage,
  rest: { method: "get", path: "/settings/history" },
  run: async ({ db, input }) => {
    const asked = auditListInput.parse({ ...input, type: ["organizations"], operation: settingsOperations });
    const { data, next_cursor } = await auditRepository(db).list(asked);
    return {
      data: data.map(({ id, at, actor, via, operation, before, after }) => ({
        id,
        at,
        actor,
        via,
        operation,
        before,
        after,
      })),
      next_cursor,
    };
  },
});

export const updateRoleSettings = defineOperation({
  name: "settings.update_roles",
  scope: "organization",
  permission: "settings.manage",
  access: "write",
  summary: "Change role template and default role",
  input: shape.rolesInput,
  output: done,
  rest: { method: "put", path: "/settings/roles" },
  changes: ofOrganization(readSettings),
  run: async ({ db, input }) => {
    const settings = settingsRepository(db);
    const chosen = normalizeRoleKey(input.default_role);
    if (!(await settings.roles()).some((role) => role.key === chosen))
      throw new BerthError("invalid", "Choose another role for new members.", {
        reason: "role_unknown",
        fields: { default_role: ["There is no such role, or it is the owner's."] },
      });
    await settings.update({ roleTemplate: input.role_template, defaultRoleKey: chosen });
    return {};
  },
});

export const updateRequestSettings = defineOperation({
  name: "settings.update_requests",
  scope: "organization",
  permission: "settings.manage",
  access: "write",
  summary: "Change when requests to join are due, and what happens then",
  input: shape.requestsInput,
  output: done,
  rest: { method: "put", path: "/settings/requests" },
  changes: ofOrganization(readSettings),
  run: async ({ db, input }) => {
    await settingsRepository(db).update({
      requestDueHours: input.due_hours,
      requestReminderHours: input.reminder_hours,
      requestEscalationHours: input.escalation_hours,
      requestCloseHours: input.close_hours,
    });
    return {};
  },
});

export const changeAddress = defineOperation({
  name: "settings.change_address",
  scope: "organization",
  permission: "settings.manage",
  access: "write",
  summary: "Change the organization's address",
  limits: [{ by: "person", points: 10, seconds: 86_400 }],
  input: shape.addressInput,
  output: z.object({ slug: z.string() }),
  rest: { method: "put", path: "/settings/address" },
  changes: ofOrganization(readSettings),
  run: async ({ db, input }) => {
    await settingsRepository(db)
      .changeSlug(input.slug)
      .catch((error: unknown) => {
        throw slugFault(error);
      });
    return { slug: input.slug };
  },
});

export const deleteOrganization = defineOperation({
  name: "organization.delete",
  scope: "organization",
  permission: "organization.delete",
  access: "write",
  fresh: true,
  summary: "Delete the organization",
  input: shape.deleteInput,
  output: done,
  rest: { method: "delete", path: "/organization" },
  run: async ({ db, input }) => {
    const settings = settingsRepository(db);
    const { name } = await settings.find();
    if (input.name.trim() !== name)
      throw new BerthError("invalid", "The name does not match. Nothing was deleted.", {
        reason: "name_differs",
        fields: { name: [`Type ${name} exactly.`] },
      });
    await settings.remove();
    return {};
  },
});

export const readOwnership = defineOperation({
  name: "ownership.read",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "See who owns the organization, and an open offer that concerns you",
  input: z.strictObject({}),
  output: shape.ownership,
  rest: { method: "get", path: "/ownership" },
  run: async ({ db, actor }) => {
    const repository = ownershipRepository(db);
    const [owner, open, ended] = await Promise.all([
      repository.owner(),
      repository.openOffer(),
      actor.membershipId ? repository.endedOffer(actor.membershipId) : null,
    ]);
    const mine = owner.id === actor.membershipId;
    const forMe = open !== undefined && open.toId === actor.membershipId;
    return {
      owner,
      mine,
      offer: open && (mine || forMe) ? { ...open, from: owner.name, forMe } : null,
      ended: forMe ? null : ended,
      candidates: mine ? await repository.candidates() : [],
    };
  },
});

export const offerOwnership = defineOperation({
  name: "ownership.offer",
  scope: "organization",
  permission: "organization.transfer",
  access: "write",
  fresh: true,
  summary: "Offer the ownership to a member",
  limits: [{ by: "person", points: 20, seconds: 86_400 }],
  input: shape.memberReference,
  output: done,
  rest: { method: "post", path: "/ownership/offers", status: 201 },
  run: async ({ db, input }) => {
    await ownershipRepository(db).offer(input.member);
    return {};
  },
});

export const cancelOwnership = defineOperation({
  name: "ownership.cancel",
  scope: "organization",
  permission: "organization.transfer",
  access: "write",
  summary: "Withdraw the offer of ownership",
  input: shape.transferReference,
  output: done,
  rest: { method: "post", path: "/ownership/offers/{id}/cancel", status: 200 },
  run: async ({ db, input }) => {
    await ownershipRepository(db).cancel(input.id);
    return {};
  },
});

export const acceptOwnership = defineOperation({
  name: "ownership.accept",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  fresh: true,
  summary: "Accept the ownership that was offered to you",
  input: shape.transferReference,
  output: done,
  rest: { method: "post", path: "/ownership/offers/{id}/accept", status: 200 },
  run: async ({ db, input }) => {
    await ownershipRepository(db).accept(input.id);
    return {};
  },
});

export const declineOwnership = defineOperation({
  name: "ownership.decline",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  summary: "Decline the ownership that was offered to you",
  input: shape.transferReference,
  output: done,
  rest: { method: "post", path: "/ownership/offers/{id}/decline", status: 200 },
  run: async ({ db, input }) => {
    await ownershipRepository(db).decline(input.id);
    return {};
  },
});

/** The address is a field of the form: its refusal stands there. */
function slugFault(error: unknown): unknown {
  const cause = translateDatabaseError(error);
  if (!(cause instanceof BerthError) || !cause.reason?.startsWith("slug_")) return error;
  const { code, message, reason } = cause;
  return new BerthError(code, message, { reason, fields: { slug: [message] } });
}
