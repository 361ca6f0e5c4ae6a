import { describe, expect, it } from "vitest";
import { activationToken, asked, mailsTo, membership, signUp, templatesTo } from "@/lib/testing/asking";
import {
  addMember,
  createOrganization,
  createPerson,
  guard,
  keyHandle,
  type Member,
  type Organization,
  publicHandle,
  testPassword,
  unique,
} from "@/lib/testing/world";
import { activate, peekActivation } from "./asking-operations";
import { approveRegistration, findRegistration, resendActivation, takeBackApproval } from "./operations";

describe("taking an approval back", () => {
  async function waiting(organization: Organization, decider: Member = organization.owner, role = "user") {
    const { id, email } = await asked(organization);
    await decider.handle.run(approveRegistration, { id, role });
    return { id, email, token: await activationToken(email) };
  }

  it("closes the request with its reason, kills the link, tells the person, and is on the record", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const { id, email, token } = await waiting(organization);
    await expect(handle.run(takeBackApproval, { id, reason: " " })).rejects.toMatchObject({ code: "invalid" });
    await handle.run(takeBackApproval, { id, reason: "The wrong Ada" });
    const found = await handle.run(findRegistration, { id });
    expect(found).toMatchObject({ state: "rejected", closedAs: "taken_back", note: "The wrong Ada", lapsed: false });
    expect(found.history.map(({ title }) => title)).toEqual(["Asked to join", "Approved", "Approval taken back"]);
    await expect(publicHandle().run(activate, { token, name: "Ada", password: testPassword })).rejects.toMatchObject({
      reason: "token_dead",
    });
    expect(await publicHandle().run(peekActivation, { token })).toMatchObject({ state: "used", joined: false });
    expect((await mailsTo(email)).at(-1)).toMatchObject({
      template: "approval-taken-back",
      props: { reason: "The wrong Ada" },
    });
    await signUp(email);
    expect(await membership(organization, email)).toEqual([]);
    await expect(handle.run(takeBackApproval, { id, reason: "Twice" })).rejects.toMatchObject({
      reason: "already_decided",
      message: expect.stringMatching(/^Approval taken back by Olga Owner /),
    });
    await expect(handle.run(resendActivation, { id })).rejects.toMatchObject({ reason: "not_waiting" });
    expect((await asked(organization, { email })).id).not.toBe("");
  });

  it("is too late for a member, and nothing for who may not decide or for another organization", async () => {
    const [organization, other] = [await createOrganization(), await createOrganization()];
    const { id, token } = await waiting(organization);
    const reason = "Not now";
    const user = await addMember(organization);
    await expect(user.handle.run(takeBackApproval, { id, reason })).rejects.toMatchObject({
      permission: "registrations.decide",
    });
    await expect(other.owner.handle.run(takeBackApproval, { id, reason })).rejects.toMatchObject({ code: "not_found" });
    await publicHandle().run(activate, { token, name: "Ada", password: testPassword });
    await expect(organization.owner.handle.run(takeBackApproval, { id, reason })).rejects.toMatchObject({
      reason: "already_joined",
    });
  });
});

describe("an approval whose approver changed [S68]", () => {
  const ways = {
    left: (id: string) => guard`delete from public.memberships where id = ${id}`,
    "was suspended": (id: string) => guard`update public.memberships set status = 'suspended' where id = ${id}`,
    "may no longer decide": (id: string) => guard`update public.memberships set role_key = 'user' where id = ${id}`,
  };

  it.each(Object.entries(ways))("waits where the approver %s; admins are told once", async (_, change) => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin", person: await createPerson({ name: "Maria Gone" }) });
    const { id, email } = await asked(organization);
    await admin.handle.run(approveRegistration, { id, role: "dispatcher" });
    const token = await activationToken(email);
    await change(admin.membershipId);
    for (const _try of [1, 2])
      expect(await publicHandle().run(activate, { token, name: "Ada", password: testPassword })).toMatchObject({
        session: "",
      });
    expect(await membership(organization, email)).toEqual([]);
    expect(await guard`select 1 from public.users where email = ${email}`).toEqual([]);
    const { handle, email: ownersAddress } = organization.owner;
    expect((await templatesTo(ownersAddress)).filter((each) => each === "approval-lapsed")).toHaveLength(1);
    const notices = await guard`select title from public.notices where organization_id = ${organization.id}
      and user_id = ${organization.owner.userId} and kind = 'registration.lapsed'`;
    expect(notices).toMatchObject([{ title: "Ada Asker needs another approval" }]);
    expect(await handle.run(findRegistration, { id })).toMatchObject({ lapsed: true, decidedByName: "Maria Gone" });

    expect(await handle.run(resendActivation, { id })).toMatchObject({ outcome: "waiting" });
    expect(await handle.run(findRegistration, { id })).toMatchObject({ lapsed: false, decidedByName: "Olga Owner" });
    const begun = await publicHandle().run(activate, {
      token: await activationToken(email),
      name: "Ada",
      password: testPassword,
    });
    expect(begun.session).not.toBe("");
    expect(await membership(organization, email)).toEqual([{ role_key: "dispatcher", origin: "registration" }]);
  });

  it("waits where the role grew above the approver since", async () => {
    const organization = await createOrganization();
    for (const [key, permissions] of [
      ["door", ["registrations.view", "registrations.decide", "shipments.view", "shipments.create"]],
      ["guest", ["shipments.view"]],
    ] as const)
      await guard`insert into public.roles (organization_id, id, key, name, permissions)
        values (${organization.id}, guard.uuid7(), ${key}, ${key}, ${permissions as unknown as string[]})`;
    const door = await addMember(organization, { role: "door" });
    const { id, email } = await asked(organization);
    await door.handle.run(approveRegistration, { id, role: "guest" });
    await guard`update public.roles set permissions = array['shipments.view', 'audit.view']
      where organization_id = ${organization.id} and key = 'guest'`;
    const token = await activationToken(email);
    expect(await publicHandle().run(activate, { token, name: "Ada", password: testPassword })).toMatchObject({
      session: "",
    });
    await expect(door.handle.run(resendActivation, { id })).rejects.toMatchObject({ reason: "above_own_rights" });
  });

  it("lets the person's own sign-up through, and another approval then enters them at once", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const { id, email } = await asked(organization);
    await admin.handle.run(approveRegistration, { id });
    await guard`delete from public.memberships where id = ${admin.membershipId}`;
    await signUp(email);
    expect(await membership(organization, email)).toEqual([]);
    expect(await organization.owner.handle.run(resendActivation, { id })).toMatchObject({ outcome: "joined" });
    expect(await membership(organization, email)).toHaveLength(1);
    expect((await templatesTo(email)).at(-1)).toBe("request-approved");
  });

  it("holds for a key as long as its maker may decide", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const key = `key_${"a".repeat(50)}${unique("k").replaceAll("-", "")}`.padEnd(70, "b");
    const [{ rights } = { rights: "" }] = await guard<{ rights: string }[]>`
      select permissions::text as rights from guard.rights where membership_id = ${admin.membershipId}`;
    await guard`select guard.insert_key(${organization.id}, ${admin.membershipId}, 'Robot', ${key}, ${rights}::bit(256), null)`;
    const [one, two] = [await asked(organization), await asked(organization)];
    for (const { id } of [one, two]) await keyHandle(key).run(approveRegistration, { id });
    const tokens = [await activationToken(one.email), await activationToken(two.email)];
    const use = (token = "") => publicHandle().run(activate, { token, name: "Ada", password: testPassword });
    expect((await use(tokens[0])).session).not.toBe("");
    await guard`update public.memberships set role_key = 'user' where id = ${admin.membershipId}`;
    expect((await use(tokens[1])).session).toBe("");
  });
});
