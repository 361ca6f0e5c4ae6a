import type { Handle } from "@/lib/access/handle";
import type { AnyOperation } from "@/lib/access/operation";

<<<<<<< HEAD
=======

import * as audit from "@/lib/audit/operations";
import { encodeId } from "@/lib/ids";

>>>>>>> 62bdc84 (Settings pages, ownership races, audit operations)

import * as invitations from "@/lib/invitations/operations";
import * as keys from "@/lib/keys/operations";
import * as me from "@/lib/me/operations";
import * as members from "@/lib/members/operations";
import * as notices from "@/lib/notices/operations";
import * as organizations from "@/lib/organizations/operations";
import * as overview from "@/lib/overview/operations";

<<<<<<< HEAD

import * as registrations from "@/lib/registrations/operations";

=======

import * as settings from "@/lib/settings/operations";

>>>>>>> 62bdc84 (Settings pages, ownership races, audit operations)

import * as shell from "@/lib/shell/operations";
import type { TenantResource } from "./describe-tenant-resource";
import {
  makeInvitation,
  makeKey,
  makeMember,
  makeNotice,
  makeRequest,
  makeSuspendedMember,
  makeWaitingRequest,
} from "./records";

/** Every operation of an organization, with what its generated tests need. `lib/operations.test.ts` holds it complete. */
export const tenantResources: TenantResource[] = [
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
    name: "members",
    operations: ofOrganization(members),
    make: makeMember,
    cases: {
      "members.set_role": { input: (id) => ({ id, role: "manager" }) },
      "members.set_flags": { input: (id) => ({ id, flags: ["view_orders"] }) },
      "members.restore": { make: makeSuspendedMember },
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
    },
  },
  {
    name: "keys",
    operations: ofOrganization(keys),
    make: makeKey,
    cases: { "keys.create": { input: () => ({ label: "Warehouse" }) } },
  },
<<<<<<< HEAD
  { name: "organizations", operations: ofOrganization(organizations) },
=======
  {
    name: "audit",
    operations: ofOrganization(audit),
    cases: { "audit.find": { make: makeEntry, input: (id) => ({ id: Number(/^entry-(\d+)/.exec(id)?.[1] ?? 1e15) }) } },
  },
>>>>>>> 62bdc84 (Settings pages, ownership races, audit operations)
  { name: "me", operations: ofOrganization(me) },
  {
    name: "overview",
    operations: ofOrganization(overview),
    cases: { "overview.dismiss_step": { input: () => ({ step: "invite" }) } },
  },
  {
    name: "settings",
    operations: ofOrganization(settings),
    cases: {
      "settings.update": { input: () => generalSettings },
      "settings.update_roles": { input: () => ({ role_template: "procurement", default_role: "buyer" }) },
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
  { name: "shell", operations: ofOrganization(shell) },
];

<<<<<<< HEAD
=======
async function makeMember(organization: Organization): Promise<string> {
  return encodeId("mem", (await addMember(organization)).membershipId);
}

async function makeSuspendedMember(organization: Organization): Promise<string> {
  const { membershipId } = await addMember(organization);
  await guard`update public.memberships set status = 'suspended' where id = ${membershipId}`;
  return encodeId("mem", membershipId);
}

async function makeInvitation({ id, owner }: Organization): Promise<string> {
  const [made] = await guard<{ id: string }[]>`
    select guard.insert_invitation(${id}, 'link', ${`${unique("guest")}@guests.example`}, 'user', ${unique("token")},
      ${owner.membershipId}, ${owner.name}, false, null) as id`;
  return encodeId("inv", made?.id ?? "");
}

const generalSettings = {
  name: "Moved",
  currency: "EUR",
  time_zone: "Europe/Berlin",
  weight_unit: "kg",
  dimension_unit: "cm",
  company_name: "",
  industry: "",
  company_size: "",
  city: "",
  country: "",
};

const receivers = new Map<string, Handle>();

async function makeOffer(organization: Organization): Promise<string> {
  const receiver = await addMember(organization);
  await guard`update public.ownership_transfers set state = 'cancelled' where organization_id = ${organization.id} and state = 'offered'`;
  const [made] = await guard<{ id: string }[]>`
    insert into public.ownership_transfers (organization_id, id, from_membership_id, to_membership_id, expires_at)
    values (${organization.id}, guard.uuid7(), ${organization.owner.membershipId}, ${receiver.membershipId}, now() + interval '1 day')
    returning id`;
  const id = encodeId("otr", made?.id ?? "");
  receivers.set(id, receiver.handle);
  return id;
}

async function receiverOf(organization: Organization, id: string): Promise<Handle> {
  return receivers.get(id) ?? organization.owner.handle;
}

async function makeEntry({ id }: Organization): Promise<string> {
  const [entry] = await guard<{ id: string }[]>`select max(id) as id from audit.entries where organization_id = ${id}`;
  return `entry-${entry?.id}-of-the-trail`;
}

async function makeKey({ id, owner }: Organization): Promise<string> {
  const [made] = await guard<{ id: string }[]>`
    select guard.insert_key(${id}, ${owner.membershipId}, 'Test key', ${testKey()}, repeat('1', 256)::bit(256), null) as id`;
  return encodeId("apk", made?.id ?? "");
}

async function makeNotice({ id, owner }: Organization): Promise<string> {
  const [made] = await guard<{ id: string }[]>`
    insert into public.notices (organization_id, id, user_id, kind, title)
    values (${id}, guard.uuid7(), ${owner.userId}, 'test', 'Something happened') returning id`;
  return encodeId("ntc", made?.id ?? "");
}

>>>>>>> 62bdc84 (Settings pages, ownership races, audit operations)
function ofOrganization(slice: Record<string, AnyOperation>): AnyOperation[] {
  return Object.values(slice).filter((operation) => operation.scope === "organization");
}
