import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { address, invite, newCodeOf } from "@/lib/testing/inviting";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  guard,
  publicHandle,
  testPassword,
  unique,
} from "@/lib/testing/world";
import {
  acceptInvitation,
  acceptInvitationWithAccount,
  inviteByCode,
  inviteMembers,
  listInvitations,
  openCode,
  resendInvitation,
  revokeInvitation,
} from "./operations";

describe("inviting", () => {
  it("mails many addresses at once and names those who need none", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization);
    const [a, b] = [address(), address()];
    await invite(organization, b);
    const { data } = await organization.owner.handle.run(inviteMembers, {
      emails: `${a}, ${b.toUpperCase()};\n${member.email} ${a}`,
      note: "Hello",
    });
    expect(data.map(({ email, outcome }) => [email, outcome])).toEqual([
      [a, "created"],
      [b, "already_invited"],
      [member.email, "already_member"],
    ]);
    const list = await organization.owner.handle.run(listInvitations, {});
    expect(list.data).toHaveLength(2);
    expect(list.data[0]).toMatchObject({
      email: a,
      state: "sent",
      roleKey: "user",
      note: "Hello",
      invitedByName: "Olga Owner",
    });
    const hours = ((list.data[0]?.expiresAt.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(47.9);
    expect(hours).toBeLessThan(48.1);
  });

  it("refuses what is no address, and fields that are not asked for", async () => {
    const { owner } = await createOrganization();
    for (const emails of [
      "",
      "nobody",
      "a@b.example,b",
      ["a@b.example\r\nBcc: c@d.example"],
      Array(51).fill(0).map(address),
    ])
      await expect(owner.handle.run(inviteMembers, { emails })).rejects.toMatchObject({ code: "invalid" });
    const more = { emails: [address()], organizationId: owner.userId, expiresAt: "2099-01-01" };
    await expect(owner.handle.run(inviteMembers, more)).rejects.toMatchObject({ code: "invalid" });
  });

  it("gives nobody more than the inviter holds", async () => {
    const organization = await createOrganization();
    const inviter = await addMember(organization, { role: "user", flags: ["send_invites"] });
    const plain = await addMember(organization);
    const emails = () => [address()];
    await inviter.handle.run(inviteMembers, { emails: emails(), role: "user" });
    await expect(inviter.handle.run(inviteMembers, { emails: emails(), role: "driver" })).rejects.toMatchObject({
      reason: "above_own_rights",
    });
    await expect(inviter.handle.run(inviteByCode, { role: "admin" })).rejects.toMatchObject({
      reason: "above_own_rights",
    });
    await expect(
      organization.owner.handle.run(inviteMembers, { emails: emails(), role: "owner" }),
    ).rejects.toMatchObject({ reason: "owner_by_transfer" });
    await expect(
      organization.owner.handle.run(inviteMembers, { emails: emails(), role: "nobody" }),
    ).rejects.toMatchObject({ reason: "role_unknown" });
    await expect(plain.handle.run(inviteMembers, { emails: emails() })).rejects.toMatchObject({
      code: "forbidden",
      permission: "members.invite",
    });
    await expect(inviter.handle.run(listInvitations, {})).rejects.toMatchObject({
      code: "forbidden",
      permission: "invitations.view",
    });
    await expect(inviter.handle.run(revokeInvitation, { id: encodeId("inv", plain.userId) })).rejects.toMatchObject({
      permission: "invitations.revoke",
    });
  });

  it("keeps to its organization", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const { id } = await invite(b, address());
    const missing = { code: "not_found", message: "There is no such invitation." };
    await expect(a.owner.handle.run(revokeInvitation, { id })).rejects.toMatchObject(missing);
    await expect(a.owner.handle.run(resendInvitation, { id })).rejects.toMatchObject(missing);
    expect((await a.owner.handle.run(listInvitations, {})).data).toEqual([]);
    expect((await a.owner.handle.run(listInvitations, { view: "history" })).data).toEqual([]);
  });
});

describe("the first owner", () => {
  it("owns and activates an organization that waits", async () => {
    const email = address();
    const token = `inv_${randomBytes(32).toString("base64url")}`;
    const slug = unique("waiting");
    const [made] = await guard`select guard.make_organization(${guard.json({ name: "Waiting" })}, ${slug}, null) as id`;
    const insert = (byPlatform: boolean, secret: string) =>
      guard`select guard.insert_invitation(${made?.id}, 'link', ${email}, 'owner', ${secret}, null, 'Berth', ${byPlatform}, null)`;
    await expect(insert(false, token)).rejects.toMatchObject({ code: "BE022" });
    await insert(true, token);
    await publicHandle().run(acceptInvitationWithAccount, {
      secret: token,
      name: "First Owner",
      password: testPassword,
    });
    const [organization] = await guard`select state from public.organizations where id = ${made?.id}`;
    expect(organization?.state).toBe("active");
    const members = await guard`select role_key, origin from public.memberships where organization_id = ${made?.id}`;
    expect(members).toEqual([expect.objectContaining({ role_key: "owner", origin: "platform" })]);
    await expect(insert(true, `${token}x`)).rejects.toMatchObject({ code: "BE022" });
  });
});

describe("traces", () => {
  it("leaves who, what and when in the audit trail and no secret anywhere", async () => {
    const organization = await createOrganization();
    const person = await createPerson();
    const { token } = await invite(organization, person.email);
    const { code, secret } = await newCodeOf(organization);
    await accountHandle(person).run(acceptInvitation, { secret: token });
    const entries = await guard`select operation, action, actor_user_id, before, after from audit.entries
      where organization_id = ${organization.id} and record_type in ('invitations', 'memberships') and operation like 'invitations.%' order by id`;
    expect(entries.map((entry) => [entry.operation, entry.action])).toEqual([
      ["invitations.create", "insert"],
      ["invitations.create_code", "insert"],
      ["invitations.accept", "insert"],
      ["invitations.accept", "update"],
    ]);
    expect(entries[3]?.actor_user_id).toBe(person.userId);
    const jobs = await guard`select payload::text from guard.jobs where organization_id = ${organization.id}`;
    const rows = await guard`select * from guard.invitations where organization_id = ${organization.id}`;
    const traces = JSON.stringify([entries, jobs, rows]);
    for (const hidden of [token, token.slice(4), code, secret, 'hash":{"type'].slice(0, 4))
      expect(traces).not.toContain(hidden);
    expect(JSON.stringify(entries)).not.toContain("hash");
  });

  it("throttles guesses of codes per network [S62]", async () => {
    const handle = publicHandle();
    for (let n = 0; n < 10; n++) expect(await handle.run(openCode, { secret: "ZZZZZZZZZZ" })).toEqual({ found: false });
    await expect(handle.run(openCode, { secret: "ZZZZZZZZZZ" })).rejects.toMatchObject({ code: "limited" });
  });
});
