import { describe, expect, it } from "vitest";
import { Handle } from "@/lib/access/handle";
import { decodeId, encodeId } from "@/lib/ids";
import { removeMember, setMemberRole, suspendMember } from "@/lib/members/operations";
import { address, dead, invite, mailedToken, membersOf, newCodeOf, roleOf } from "@/lib/testing/inviting";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  guard,
  publicHandle,
  request,
  testPassword,
} from "@/lib/testing/world";
import {
  acceptInvitation,
  acceptInvitationWithAccount,
  acceptMyInvitation,
  listInvitations,
  listMyInvitations,
  openCode,
  previewInvitation,
  previewMyInvitation,
  resendInvitation,
  revokeInvitation,
} from "./operations";

describe("accepting", () => {
  it("joins once, with the role invited to, and tells the inviter", async () => {
    const organization = await createOrganization();
    const person = await createPerson();
    const { token } = await invite(organization, person.email, "driver");
    const handle = accountHandle(person);
    expect(await handle.run(previewMyInvitation, { secret: token })).toMatchObject({
      organization: organization.name,
      inviter: "Olga Owner",
      role: "Driver",
      me: { email: person.email },
      alreadyMember: false,
    });
    expect(await handle.run(acceptInvitation, { secret: token })).toMatchObject({
      slug: organization.slug,
      joined: true,
    });
    expect(await membersOf(organization)).toContainEqual(
      expect.objectContaining({
        user_id: person.userId,
        role_key: "driver",
        origin: "invitation",
        invited_by: organization.owner.membershipId,
      }),
    );
    await expect(handle.run(acceptInvitation, { secret: token })).rejects.toMatchObject(dead);
    const open = await organization.owner.handle.run(listInvitations, {});
    expect(open.data).toEqual([]);
    const history = await organization.owner.handle.run(listInvitations, { view: "history" });
    expect(history.data[0]).toMatchObject({ state: "accepted", acceptedByName: person.name });
    const notices =
      await guard`select title from public.notices where organization_id = ${organization.id} and user_id = ${organization.owner.userId}`;
    expect(notices.map((notice) => notice.title)).toEqual([`${person.name} joined`]);
  });

  it("takes a code from whoever has it, and never a wrong or used one", async () => {
    const organization = await createOrganization();
    const { secret } = await newCodeOf(organization, "staff");
    const [first, second] = [await createPerson(), await createPerson()];
    expect(await publicHandle().run(openCode, { secret })).toEqual({ found: true });
    await accountHandle(first).run(acceptInvitation, { secret });
    await expect(accountHandle(second).run(acceptInvitation, { secret })).rejects.toMatchObject(dead);
    await expect(accountHandle(second).run(acceptInvitation, { secret: "0000000000" })).rejects.toMatchObject(dead);
    expect(await publicHandle().run(openCode, { secret })).toEqual({ found: false });
    expect(await publicHandle().run(openCode, { secret: "0000000000" })).toEqual({ found: false });
  });

  it("is bound to the invited address", async () => {
    const organization = await createOrganization();
    const { token } = await invite(organization, address());
    const other = await createPerson();
    await expect(accountHandle(other).run(acceptInvitation, { secret: token })).rejects.toMatchObject({
      reason: "other_address",
    });
    expect(await roleOf(organization, other.userId)).toBeUndefined();
  });

  it("makes account, membership and session in one step for somebody new", async () => {
    const organization = await createOrganization();
    const email = address();
    const { token } = await invite(organization, email, "buyer");
    expect(await publicHandle().run(previewInvitation, { secret: token })).toMatchObject({
      email,
      hasAccount: false,
      me: null,
    });
    const input = { secret: token, name: "Nora New", password: testPassword };
    const made = await publicHandle().run(acceptInvitationWithAccount, input);
    expect(made).toMatchObject({ slug: organization.slug, joined: true });
    const [user] = await guard`select id, email_verified_at from public.users where email = ${email}`;
    expect(user?.email_verified_at).toBeInstanceOf(Date);
    expect(await roleOf(organization, user?.id)).toBe("buyer");
    const handle = new Handle({ kind: "account", secret: made.session }, request());
    expect(await handle.run(listMyInvitations, {})).toEqual([]);
    await expect(publicHandle().run(acceptInvitationWithAccount, input)).rejects.toMatchObject(dead);
  });

  it("makes no account from a code, for a known address, or when joining fails", async () => {
    const organization = await createOrganization();
    const { secret } = await newCodeOf(organization);
    const fields = { name: "Nora New", password: testPassword };
    await expect(publicHandle().run(acceptInvitationWithAccount, { secret, ...fields })).rejects.toMatchObject(dead);
    const known = await createPerson();
    const { token } = await invite(organization, known.email);
    await expect(publicHandle().run(acceptInvitationWithAccount, { secret: token, ...fields })).rejects.toMatchObject({
      reason: "address_known",
    });
    const admin = await addMember(organization, { role: "admin" });
    const email = address();
    const late = await invite(organization, email, "user", admin);
    await organization.owner.handle.run(suspendMember, { id: encodeId("mem", admin.membershipId) });
    await expect(
      publicHandle().run(acceptInvitationWithAccount, { secret: late.token, ...fields }),
    ).rejects.toMatchObject({ reason: "inviter_rights" });
    expect(await guard`select 1 from public.users where email = ${email}`).toHaveLength(0);
  });

  it("takes nothing but name and password [S60]", async () => {
    const organization = await createOrganization();
    const person = await createPerson();
    const { token } = await invite(organization, person.email, "staff");
    for (const more of [{ role: "admin" }, { organizationId: organization.id }, { expiresAt: "2099-01-01" }])
      await expect(accountHandle(person).run(acceptInvitation, { secret: token, ...more })).rejects.toMatchObject({
        code: "invalid",
      });
    await accountHandle(person).run(acceptInvitation, { secret: token });
    expect(await roleOf(organization, person.userId)).toBe("staff");
  });

  it.each(["demoted", "suspended", "removed"])("refuses when the inviter was %s meanwhile", async (how) => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const person = await createPerson();
    const { token } = await invite(organization, person.email, "staff", admin);
    const id = encodeId("mem", admin.membershipId);
    const { handle } = organization.owner;
    if (how === "demoted") await handle.run(setMemberRole, { id, role: "member" });
    if (how === "suspended") await handle.run(suspendMember, { id });
    if (how === "removed") await handle.run(removeMember, { id });
    await expect(accountHandle(person).run(acceptInvitation, { secret: token })).rejects.toMatchObject({
      reason: "inviter_rights",
    });
    expect(await roleOf(organization, person.userId)).toBeUndefined();
  });

  it("never changes the role of somebody who is a member", async () => {
    const organization = await createOrganization();
    const person = await createPerson();
    const { token } = await invite(organization, person.email, "admin");
    const code = await newCodeOf(organization, "admin");
    await addMember(organization, { person, role: "staff" });
    expect(await accountHandle(person).run(acceptInvitation, { secret: code.secret })).toMatchObject({ joined: false });
    expect(await accountHandle(person).run(acceptInvitation, { secret: token })).toMatchObject({ joined: false });
    expect(await roleOf(organization, person.userId)).toBe("staff");
    const other = await createPerson();
    expect(await accountHandle(other).run(acceptInvitation, { secret: code.secret })).toMatchObject({ joined: true });
  });

  it("ends after 48 hours of the database's clock, and after revoking at once", async () => {
    const organization = await createOrganization();
    const person = await createPerson();
    const first = await invite(organization, person.email);
    const uuid = decodeId("inv", first.id) ?? "";
    await guard`update guard.invitations set expires_at = clock_timestamp() where id = ${uuid}`;
    await expect(accountHandle(person).run(acceptInvitation, { secret: first.token })).rejects.toMatchObject(dead);
    expect(await publicHandle().run(previewInvitation, { secret: first.token })).toBeNull();
    const history = await organization.owner.handle.run(listInvitations, { view: "history", state: "expired" });
    expect(history.data[0]).toMatchObject({ id: first.id, state: "expired" });

    const second = await invite(organization, person.email);
    await organization.owner.handle.run(revokeInvitation, { id: second.id });
    await expect(organization.owner.handle.run(revokeInvitation, { id: second.id })).rejects.toMatchObject({
      code: "conflict",
      reason: "revoked",
    });
    await expect(accountHandle(person).run(acceptInvitation, { secret: second.token })).rejects.toMatchObject(dead);
    await expect(organization.owner.handle.run(resendInvitation, { id: second.id })).rejects.toMatchObject({
      code: "conflict",
    });

    const third = await invite(organization, person.email);
    expect(await accountHandle(person).run(acceptInvitation, { secret: third.token })).toMatchObject({ joined: true });
    await expect(organization.owner.handle.run(revokeInvitation, { id: third.id })).rejects.toMatchObject({
      code: "conflict",
      reason: "accepted",
    });
  });

  it("resends with another secret and another 48 hours, also after the end", async () => {
    const organization = await createOrganization();
    const person = await createPerson();
    const { id, token } = await invite(organization, person.email);
    await guard`update guard.invitations set expires_at = clock_timestamp() where id = ${decodeId("inv", id) ?? ""}`;
    expect(await organization.owner.handle.run(resendInvitation, { id })).toMatchObject({ code: null });
    const again = await mailedToken(person.email);
    expect(again).not.toBe(token);
    await expect(accountHandle(person).run(acceptInvitation, { secret: token })).rejects.toMatchObject(dead);
    expect(await accountHandle(person).run(acceptInvitation, { secret: again })).toMatchObject({ joined: true });
    const code = await newCodeOf(organization);
    const renewed = await organization.owner.handle.run(resendInvitation, { id: code.id });
    expect(renewed.code).toMatch(/^.{5}-.{5}$/);
    expect(await publicHandle().run(openCode, { secret: code.secret })).toEqual({ found: false });
  });

  it("opens nothing of a suspended organization", async () => {
    const organization = await createOrganization();
    const person = await createPerson();
    const { token } = await invite(organization, person.email);
    await guard`update public.organizations set state = 'suspended' where id = ${organization.id}`;
    expect(await publicHandle().run(previewInvitation, { secret: token })).toBeNull();
    await expect(accountHandle(person).run(acceptInvitation, { secret: token })).rejects.toMatchObject(dead);
  });
});

describe("my invitations", () => {
  it("lists those to my address and accepts without the link", async () => {
    const organization = await createOrganization();
    const [person, other] = [await createPerson(), await createPerson()];
    const { id } = await invite(organization, person.email);
    expect(await accountHandle(person).run(listMyInvitations, {})).toMatchObject([
      { id, organization: organization.name, role: "User" },
    ]);
    expect(await accountHandle(other).run(listMyInvitations, {})).toEqual([]);
    await expect(accountHandle(other).run(acceptMyInvitation, { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await accountHandle(person).run(acceptMyInvitation, { id })).toMatchObject({ joined: true });
    expect(await accountHandle(person).run(listMyInvitations, {})).toEqual([]);
  });
});
