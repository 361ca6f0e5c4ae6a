import type { AnyOperation } from "@/lib/access/operation";
import { encodeId } from "@/lib/ids";
import * as invitations from "@/lib/invitations/operations";
import * as keys from "@/lib/keys/operations";
import * as me from "@/lib/me/operations";
import * as members from "@/lib/members/operations";
import * as notices from "@/lib/notices/operations";
import * as overview from "@/lib/overview/operations";
import * as shell from "@/lib/shell/operations";
import type { TenantResource } from "./describe-tenant-resource";
import { testKey } from "./keys";
import { addMember, guard, type Organization, unique } from "./world";

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
    name: "keys",
    operations: ofOrganization(keys),
    make: makeKey,
    cases: { "keys.create": { input: () => ({ label: "Warehouse" }) } },
  },
  { name: "me", operations: ofOrganization(me) },
  {
    name: "overview",
    operations: ofOrganization(overview),
    cases: { "overview.dismiss_step": { input: () => ({ step: "invite" }) } },
  },
  { name: "shell", operations: ofOrganization(shell) },
];

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

function ofOrganization(slice: Record<string, AnyOperation>): AnyOperation[] {
  return Object.values(slice).filter((operation) => operation.scope === "organization");
}
