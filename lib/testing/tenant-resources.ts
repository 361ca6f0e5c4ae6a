import { findGrantors } from "@/lib/access/grantors";
import type { AnyOperation } from "@/lib/access/operation";
import * as activity from "@/lib/activity/operations";
import * as auditExports from "@/lib/audit/export-operations";
import * as audit from "@/lib/audit/operations";
import * as auditRetention from "@/lib/audit/retention-operations";
import * as branchMoves from "@/lib/branches/move-operations";
import * as branches from "@/lib/branches/operations";
import * as delegations from "@/lib/delegations/operations";
import * as events from "@/lib/events/operations";
import * as explain from "@/lib/explain/operations";
import * as exported from "@/lib/exports/operations";
import * as factors from "@/lib/factors/operations";
import * as groups from "@/lib/groups/operations";
import { decodeId, encodeId } from "@/lib/ids";
import * as impersonation from "@/lib/impersonation/operations";
import * as imported from "@/lib/imports/operations";
import * as importWork from "@/lib/imports/work-operations";
import * as invitations from "@/lib/invitations/operations";
import * as apiRules from "@/lib/keys/api-rules-operations";
import * as keys from "@/lib/keys/operations";
import * as ownKey from "@/lib/keys/own-operations";
import * as keyPolicy from "@/lib/keys/policy-operations";
import * as logs from "@/lib/logs/operations";
import * as look from "@/lib/look/operations";
import * as me from "@/lib/me/operations";
import * as members from "@/lib/members/operations";
import * as memberSessions from "@/lib/members/session-operations";
import * as notices from "@/lib/notices/operations";
import * as orders from "@/lib/orders/operations";
import * as organizations from "@/lib/organizations/operations";
import * as overview from "@/lib/overview/operations";
import * as plans from "@/lib/plans/operations";
import * as policy from "@/lib/policy/operations";
import * as preferences from "@/lib/preferences/operations";
import * as registrations from "@/lib/registrations/operations";
import * as roles from "@/lib/roles/operations";
import * as search from "@/lib/search/operations";
import * as settings from "@/lib/settings/operations";
import * as shell from "@/lib/shell/operations";
import * as shipmentBatches from "@/lib/shipments/batch-operations";
import * as manyShipments from "@/lib/shipments/many-operations";
import * as shipments from "@/lib/shipments/operations";
import * as testData from "@/lib/test-data/operations";
import * as usage from "@/lib/usage/operations";
import * as views from "@/lib/views/operations";
import * as deliveries from "@/lib/webhooks/delivery-operations";
import * as webhooks from "@/lib/webhooks/operations";
import * as replays from "@/lib/webhooks/replay-operations";
import * as workspace from "@/lib/workspace/operations";
import { makeAuditExport } from "./audit-exports";
import { makeArchivedBranch, makeIn } from "./branch-records";
import type { TenantResource } from "./describe-tenant-resource";
import { makeEvent } from "./events";
import { makeMemberWithFactor, noPolicy } from "./factors";
import { adminOf, makeAskedGroup, makeAssignment, makeGroupChild, makeGroupParent, makeGroupRequest } from "./groups";
import { makeSupportSession, supportHandle } from "./impersonation";
import { makeImport, makeStartedImport } from "./imports";
import { createKey } from "./keys";
import { callerOnce, makeLog } from "./logs";
import { tinyLogo } from "./pictures";
import {
  makeDelegation,
  makeInvitation,
  makeKey,
  makeMember,
  makeMemberSession,
  makeNotice,
  makeRequest,
  makeSuspendedMember,
  makeWaitingRequest,
} from "./records";
import { makeRecord, resourceCases, resourceNamed } from "./resource-cases";
import { createRole } from "./roles";
import { generalSettings, makeEntry, makeLogo, makeOffer, receiverOf } from "./settings-records";
import { makeDisabledWebhook, makeFailedDelivery, makeFailedWebhook, makeWebhook } from "./webhooks";
import { makeBranch, makeConfirmedOrder, makeShipment, makeView, someShipment } from "./work-records";
import { addMember, keyHandle } from "./world";

/** Every operation of an organization, with what its generated tests need. `lib/operations.test.ts` holds it complete. */
export const tenantResources: TenantResource[] = [
  {
    name: "groups",
    operations: ofOrganization(groups),
    cases: {
      "group.request": { input: () => ({ slug: "no-such-organization" }), ends: "it is asked once" },
      "group.accept": {
        make: makeAskedGroup,
        input: (id) => ({ id, figures: ["members"], roles: ["user"] }),
        ends: "it has a head",
      },
      "group.share": { make: makeGroupParent, input: () => ({ figures: ["orders"] }), ends: "it has a head" },
      "group.end": { make: makeGroupRequest },
      "group.assignments": { input: () => ({ members: [] }) },
      "group.take_back": {
        make: makeAssignment,
        as: adminOf,
        input: (id, { owner }) => ({ member: encodeId("mem", owner.membershipId), links: [id] }),
        ends: "it is taken once",
        lenient: "answers for each of many",
      },
      "group.assign": {
        make: makeGroupChild,
        as: adminOf,
        input: (id, { owner }) => ({ members: [encodeId("mem", owner.membershipId)], targets: [{ id, role: "user" }] }),
        lenient: "answers for each of many",
      },
    },
  },
  {
    name: "impersonation",
    operations: ofOrganization(impersonation),
    cases: {
      "impersonation.raise": { as: supportHandle, input: () => ({ reason: "The address has a typo" }) },
      "impersonation.stop": { as: supportHandle },
      "support_sessions.end": { make: makeSupportSession },
    },
  },
  {
    name: "invitations",
    operations: ofOrganization(invitations),
    make: makeInvitation,
    cases: {
      "invitations.create": { input: () => ({ emails: ["guest@guests.example"] }) },
      "invitations.create_code": { input: () => ({}) },
    },
  },
  {
    name: "delegations",
    operations: ofOrganization(delegations),
    cases: {
      "delegations.list": { make: makeDelegation },
      "delegations.create": { make: makeMember, input: (to) => ({ to, from: today(), until: today() }) },
      "delegations.lend": {
        make: makeMember,
        input: (to) => ({ to, permissions: ["orders.view"], until: today() }),
      },
      "delegations.end": { make: makeDelegation },
    },
  },
  {
    name: "members",
    operations: ofOrganization({ ...members, ...memberSessions }),
    make: makeMember,
    cases: {
      "members.end_session": {
        make: makeMemberSession,
        input: (ids) => ({
          id: ids.split(" ")[0],
          session: ids.split(" ")[1] ?? "00000000-0000-4000-8000-000000000000",
        }),
      },
      "members.set_role": { input: (id) => ({ id, role: "manager" }) },
      "members.set_flags": { input: (id) => ({ id, flags: ["view_orders"] }) },
      "members.restore": { make: makeSuspendedMember },
    },
  },
  {
    name: "factors",
    operations: ofOrganization(factors),
    cases: { "members.reset_factor": { make: makeMemberWithFactor } },
  },
  {
    name: "policy",
    operations: ofOrganization(policy),
    cases: {
      "policy.read": { unaudited: "a read; it writes where the owner looks from outside of the allowed networks" },
      "policy.update": { input: () => ({ ...noPolicy, factorFor: "everybody", graceDays: 14 }) },
    },
  },
  {
    name: "notices",
    operations: ofOrganization(notices),
    make: makeNotice,
    cases: {
      "notices.mark_read": {
        input: (id) => ({ ids: [id] }),
        lenient: "marks what is there of many",
        unaudited: "notices are exempt (DESIGN 4)",
      },
      "notices.archive": {
        input: (id) => ({ ids: [id] }),
        lenient: "moves what is there of many",
        unaudited: "notices are exempt (DESIGN 4)",
      },
      "notices.choose": {
        input: () => ({ choices: [{ kind: "member_joined", in_app: true, mail: "digest" }] }),
      },
      "notices.mark_all_read": { unaudited: "notices are exempt (DESIGN 4)" },
    },
  },
  {
    name: "registrations",
    operations: ofOrganization(registrations),
    make: makeRequest,
    cases: {
      "registration.approve": { input: (id) => ({ id, role: "user" }) },
      "registration.reject": { input: (id) => ({ id, reason: "Not one of us." }) },
      "registrations.approve": { input: (id) => ({ ids: [id], role: "user" }), lenient: "answers for each of many" },
      "registrations.reject": {
        input: (id) => ({ ids: [id], reason: "Not one of us." }),
        lenient: "answers for each of many",
      },
      "registration.resend_activation": { make: makeWaitingRequest },
      "registration.take_back": {
        make: makeWaitingRequest,
        input: (id) => ({ id, reason: "Not one of us after all." }),
      },
    },
  },
  {
    name: "keys",
    operations: ofOrganization(keys),
    make: makeKey,
    cases: { "keys.create": { input: () => ({ label: "Warehouse" }) } },
  },
  {
    name: "a key itself",
    operations: ofOrganization(ownKey),
    cases: {
      "keys.rotate_own": { as: async (organization) => keyHandle(await createKey(organization)), input: () => ({}) },
    },
  },
  {
    name: "rules for programs",
    operations: ofOrganization(apiRules),
    cases: {
      "api_rules.update": { input: () => ({ refuseOtherOrganization: true, requireVersions: true }) },
    },
  },
  {
    name: "what becomes of keys",
    operations: ofOrganization(keyPolicy),
    cases: { "key_policy.update": { input: () => ({ whenMakerLeaves: "stay" }) } },
  },
  {
    name: "roles",
    operations: ofOrganization(roles),
    make: (organization) => createRole(organization, ["orders.view"]),
    cases: {
      "roles.list": { unmade: true },
      "roles.find": { input: (key) => ({ key }) },
      "roles.create": { unmade: true, input: () => ({ name: "Night desk", inherits: ["user"] }) },
      "roles.update": { input: (key) => ({ key, name: "Night desk", permissions: ["orders.view", "orders.create"] }) },
      "roles.preview": { input: (key) => ({ key, permissions: ["orders.create"] }) },
      "roles.delete": { input: (key) => ({ key }) },
      "roles.set_ladder": { unmade: true, input: () => ({ strict: true }) },
    },
  },
  {
    name: "explanations",
    operations: [...ofOrganization(explain), findGrantors],
    make: makeMember,
    cases: {
      "access.explain": { input: (member) => ({ member, permission: "orders.view" }) },
      "access.list": { input: (member) => ({ member }) },
      "access.grantors": { input: () => ({ permission: "orders.view" }) },
      "access.ask": {
        as: async (organization) => (await addMember(organization, { role: "driver" })).handle,
        input: () => ({ permission: "audit.view" }),
      },
    },
  },
  { name: "events", operations: ofOrganization(events), make: makeEvent },
  {
    name: "logs",
    operations: ofOrganization(logs),
    make: makeLog,
    cases: {
      "logs.find_by_number": { unmade: true, input: () => ({ number: 1 }), as: callerOnce },
      "logs.set_retention": { unmade: true, input: () => ({ days: 90 }) },
      "logs.retention": { unmade: true },
    },
  },
  {
    name: "webhooks",
    operations: ofOrganization({ ...webhooks, ...replays }),
    make: makeWebhook,
    cases: {
      "webhooks.create": { input: () => ({ url: "https://example.com/hooks", events: ["shipment.created"] }) },
      "webhooks.update": { input: (id) => ({ id, description: `Changed ${id.slice(-6)}` }) },
      "webhooks.enable": { make: makeDisabledWebhook },
      "webhooks.replay": { make: makeFailedWebhook, input: (id) => ({ id, since: "2026-01-01T00:00:00Z" }) },
      "webhooks.count_replay": { input: (id) => ({ id, since: "2026-01-01T00:00:00Z" }) },
    },
  },
  {
    name: "deliveries",
    operations: ofOrganization(deliveries),
    make: makeFailedDelivery,
  },
  { name: "organizations", operations: ofOrganization(organizations) },
  {
    name: "look",
    operations: ofOrganization(look),
    cases: {
      "look.update": { input: () => ({ accent: "#b0478a" }) },
      "logo.replace": { input: () => ({ image: tinyLogo }) },
      "look.set_visibility": { input: () => ({ publicly_visible: true }) },
      "logo.view": { input: (_, { id }) => ({ organization: id, file: "0".repeat(32), size: "64" }) },
      "logo.remove": { make: makeLogo, input: () => ({}) },
    },
  },
  { name: "me", operations: ofOrganization(me) },
  { name: "usage", operations: ofOrganization(usage) },
  {
    name: "plan",
    operations: ofOrganization(plans),
    cases: { "plan.room": { input: () => ({ limit: "max_users" }) } },
  },
  {
    name: "shipment batches",
    operations: ofOrganization(shipmentBatches),
    cases: {
      "shipments.parcels": {
        make: makeShipment,
        input: (id) => ({ ids: [id] }),
        lenient: "leaves out what is not there",
      },
      "shipments.steps": {
        make: makeShipment,
        input: (id) => ({ ids: [id] }),
        lenient: "leaves out what is not there",
      },
    },
  },
  {
    name: "overview",
    operations: ofOrganization(overview),
    cases: { "overview.dismiss_step": { input: () => ({ step: "invite" }) } },
  },
  {
    name: "audit",
    operations: ofOrganization(audit),
    cases: { "audit.find": { make: makeEntry, input: (id) => ({ id: Number(/^entry-(\d+)/.exec(id)?.[1] ?? 1e15) }) } },
  },
  {
    name: "activity",
    operations: ofOrganization(activity),
    cases: { "activity.view": { input: () => ({ from: today(), to: today() }) } },
  },
  {
    name: "audit retention",
    operations: ofOrganization(auditRetention),
    cases: { "audit.set_retention": { input: () => ({ days: 730 }) } },
  },
  {
    name: "audit exports",
    operations: ofOrganization(auditExports),
    make: makeAuditExport,
    cases: {
      "audit.export": { input: () => ({ q: "record:member", format: "jsonl" }) },
    },
  },
  {
    name: "settings",
    operations: ofOrganization(settings),
    cases: {
      "settings.update": { input: () => generalSettings },
      "settings.rename": { input: () => ({ name: generalSettings.name }) },
      "settings.update_roles": { input: () => ({ role_template: "procurement", default_role: "buyer" }) },
      "settings.update_requests": {
        input: () => ({ due_hours: 48, reminder_hours: 4, escalation_hours: 24, close_hours: null }),
      },
      "settings.change_address": {
        input: (_, { slug }) => ({ slug: `moved-${slug}`.slice(0, 40) }),
        ends: "its address moves",
      },
      "organization.delete": { input: (_, { name }) => ({ name }), ends: "it is deleted" },
      "ownership.offer": { make: makeMember, input: (member) => ({ member }) },
      "ownership.cancel": { make: makeOffer },
      "ownership.accept": { make: makeOffer, as: receiverOf },
      "ownership.decline": { make: makeOffer, as: receiverOf },
    },
  },
  {
    name: "branches and their members",
    operations: ofOrganization(branches),
    make: makeBranch,
    cases: {
      "members.branches": { make: makeMember },
      "members.set_branches": {
        make: makeMember,
        input: (id) => ({ id, everywhere: false }),
        references: {
          branch: (own) => ({ id: own, everywhere: false, branches: [{ branch: `brn_${own.slice(4)}` }] }),
        },
      },
      "branches.choose": { input: (id) => ({ branch: id }) },
      "branches.restore": { make: makeArchivedBranch },
    },
  },
  {
    name: "moves between branches",
    operations: ofOrganization(branchMoves),
    cases: Object.fromEntries(
      (["shipments", "orders", "assets", "customers"] as const).map((name) => [
        `${name}.move`,
        { make: makeIn(name), input: (id: string) => ({ ids: [id], branchId: null }) },
      ]),
    ),
  },
  {
    name: "order verbs",
    operations: ofOrganization(orders),
    make: (organization) => makeRecord(organization, resourceNamed("orders")),
    cases: {
      "orders.fulfil": { make: makeConfirmedOrder },
      "orders.lines": { input: (id) => ({ ids: [id] }), lenient: "leaves out what is not there" },
    },
  },
  ...resourceCases,
  {
    name: "exports",
    operations: ofOrganization(exported),
    cases: {
      "exports.begin": { input: () => ({ list: "customers" }) },
      "exports.read": { input: () => ({ list: "customers" }) },
    },
  },
  {
    name: "imports",
    operations: ofOrganization({ ...imported, ...importWork }),
    make: makeImport,
    cases: {
      "imports.prepare": { input: () => ({ list: "customers" }) },
      "imports.recent": { input: () => ({ list: "customers" }) },
      "imports.start": {
        input: () => ({
          list: "customers",
          name: "a.csv",
          file: "0".repeat(32),
          header: ["Name", "Kind"],
          delimiter: ",",
        }),
      },
      "imports.resume": { input: (id) => ({ id: decodeId("imp", id) ?? id }) },
      "imports.take": {
        input: (id) => ({ id: decodeId("imp", id) ?? id, from: 0, records: [] }),
        unaudited: "how far it came is no change; the rows are on the record",
      },
      "imports.end": { make: makeStartedImport, input: (id) => ({ id: decodeId("imp", id) ?? id, total: 0 }) },
      "imports.continue": {
        input: (id) => ({ id: decodeId("imp", id) ?? id }),
        unaudited: "queues a job, changes nothing",
      },
    },
  },
  {
    name: "shipments",
    operations: ofOrganization({ ...shipments, ...manyShipments }),
    make: makeShipment,
    cases: {
      "shipments.create": {
        make: makeBranch,
        input: () => someShipment,
        references: { branch: (_, { id }) => ({ ...someShipment, branchId: id }) },
      },
      "shipments.update": {
        input: (id) => ({ id, notes: "Handle with care." }),
      },
      "shipments.prepare": { input: (id) => ({ from: id }) },
      "shipments.set_status": { input: (id) => ({ id, status: "ready" }) },
      "shipments.set_status_many": {
        input: (id) => ({ ids: [id], status: "ready" }),
        lenient: "answers for each of many",
      },
      "shipments.cancel_many": { input: (id) => ({ ids: [id] }), lenient: "answers for each of many" },
      "shipments.assign_many": {
        input: (id) => ({ ids: [id], branchId: null }),
        lenient: "answers for each of many",
        unaudited: "no branch before, none after; lib/shipments/shipments.test.ts gives one",
      },
    },
  },
  {
    name: "views",
    operations: ofOrganization(views),
    make: makeView,
    cases: {
      "views.list": { input: () => ({ list: "shipments" }) },
      "views.save": {
        input: (_, { slug }) => ({ list: "shipments", name: `View ${slug}`.slice(0, 40), query: "status=ready" }),
      },
    },
  },
  {
    name: "preferences",
    operations: ofOrganization(preferences),
    cases: { "preferences.update": { input: () => ({ week_start: "sunday" }) } },
  },
  {
    name: "workspace",
    operations: ofOrganization(workspace),
    cases: { "workspace.update": { input: () => ({ insured_by_default: true }) } },
  },
  {
    name: "search",
    operations: ofOrganization(search),
    make: makeMember,
    cases: { "search.records": { input: () => ({ q: "people.example" }) } },
  },
  { name: "shell", operations: ofOrganization(shell) },
  { name: "test data", operations: ofOrganization(testData) },
];

function ofOrganization(slice: Record<string, AnyOperation>): AnyOperation[] {
  return Object.values(slice).filter((operation) => operation.scope === "organization");
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
