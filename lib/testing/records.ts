import { encodeId } from "@/lib/ids";
import { testKey } from "./keys";
import { addMember, guard, type Organization, unique } from "./world";

export async function makeMember(organization: Organization): Promise<string> {
  return encodeId("mem", (await addMember(organization)).membershipId);
}

/** A member and the id of their session here, with a space between. */
export async function makeMemberSession(organization: Organization): Promise<string> {
  const { membershipId, userId } = await addMember(organization);
  const [session] = await guard<{ id: string }[]>`
    select id from guard.sessions where organization_id = ${organization.id} and user_id = ${userId}`;
  return `${encodeId("mem", membershipId)} ${session?.id ?? ""}`;
}

export async function makeSuspendedMember(organization: Organization): Promise<string> {
  const { membershipId } = await addMember(organization);
  await guard`update public.memberships set status = 'suspended' where id = ${membershipId}`;
  return encodeId("mem", membershipId);
}

export async function makeInvitation({ id, owner }: Organization): Promise<string> {
  const [made] = await guard<{ id: string }[]>`
    select guard.insert_invitation(${id}, 'link', ${`${unique("guest")}@guests.example`}, 'user', ${unique("token")},
      ${owner.membershipId}, ${owner.name}, false, null) as id`;
  return encodeId("inv", made?.id ?? "");
}

/** The owner's stand-in for a week, from now on. */
export async function makeDelegation({ id, slug, owner }: Organization): Promise<string> {
  const { membershipId } = await addMember({ id, slug });
  await guard`update public.delegations set ended_at = now(), ended_as = 'replaced'
    where organization_id = ${id} and ended_at is null`;
  const [made] = await guard<{ id: string }[]>`
    insert into public.delegations (organization_id, id, from_membership_id, to_membership_id, starts_at, ends_at)
    values (${id}, guard.uuid7(), ${owner.membershipId}, ${membershipId}, now(), now() + interval '7 days') returning id`;
  return encodeId("dlg", made?.id ?? "");
}

export async function makeKey({ id, owner }: Organization): Promise<string> {
  const [made] = await guard<{ id: string }[]>`
    select guard.insert_key(${id}, ${owner.membershipId}, 'Test key', ${testKey()}, repeat('1', 256)::bit(256), null) as id`;
  return encodeId("apk", made?.id ?? "");
}

export async function makeNotice({ id, owner }: Organization): Promise<string> {
  const [made] = await guard<{ id: string }[]>`
    insert into public.notices (organization_id, id, user_id, kind, title)
    values (${id}, guard.uuid7(), ${owner.userId}, 'test', 'Something happened') returning id`;
  return encodeId("ntc", made?.id ?? "");
}

export async function makeRequest({ id }: Organization): Promise<string> {
  const [made] = await guard<{ id: string }[]>`
    insert into public.registration_requests (organization_id, id, email, name)
    values (${id}, guard.uuid7(), ${`${unique("asker")}@asking.example`}, 'Ada Asker') returning id`;
  return encodeId("reg", made?.id ?? "");
}

/** Approved, for somebody who has not proved the address yet. */
export async function makeWaitingRequest({ id }: Organization): Promise<string> {
  const [made] = await guard<{ id: string }[]>`
    insert into public.registration_requests (organization_id, id, email, name, state, role_key, decided_at)
    values (${id}, guard.uuid7(), ${`${unique("asker")}@asking.example`}, 'Ada Asker', 'approved', 'user', now())
    returning id`;
  return encodeId("reg", made?.id ?? "");
}
