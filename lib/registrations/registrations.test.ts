import { describe, expect, it } from "vitest";
import { decodeId } from "@/lib/ids";
import { activationToken, ask, asked, mailsTo, membership, pendingId, signUp, templatesTo } from "@/lib/testing/asking";
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
import { activate, listMyRequests, peekActivation } from "./asking-operations";
import {
  approveRegistration,
  approveRegistrations,
  findRegistration,
  listRegistrations,
  listRolesToGive,
  rejectRegistration,
  rejectRegistrations,
  resendActivation,
} from "./operations";

describe("the queue", () => {
  it("shows only the organization's own, on every verb", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const { id, email } = await asked(b);
    const { handle } = a.owner;
    expect((await handle.run(listRegistrations, {})).data).toEqual([]);
    await expect(handle.run(findRegistration, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(handle.run(approveRegistration, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(handle.run(rejectRegistration, { id, reason: "None of ours" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(handle.run(resendActivation, { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await handle.run(approveRegistrations, { ids: [id] })).toEqual([]);
    expect(await pendingId(b, email)).toBe(id);
  });

  it("shows what is known about the person", async () => {
    const organization = await createOrganization();
    const domain = `${unique("firm")}.example`;
    await addMember(organization, { person: await createPerson({ email: `colleague@${domain}` }) });
    const person = await createPerson({ email: `new@${domain}` });
    const first = await asked(organization, { email: person.email });
    await organization.owner.handle.run(rejectRegistration, { id: first.id, reason: "Not yet" });
    const { id } = await asked(organization, { email: person.email });
    const found = await organization.owner.handle.run(findRegistration, { id });
    expect(found).toMatchObject({ verified: true, domainMatches: 1, earlierRequests: 1, member: false });
    expect(found.accountSince).toBeInstanceOf(Date);
    expect(found.earlier).toMatchObject([{ state: "rejected", note: "Not yet" }]);
    expect(found.history).toMatchObject([{ title: "Asked to join", actor: "Visitor" }]);
    const stranger = await asked(organization);
    const other = await organization.owner.handle.run(findRegistration, { id: stranger.id });
    expect(other).toMatchObject({ verified: false, accountSince: null, domainMatches: 0, earlierRequests: 0 });
  });

  it("pages, sorts and searches", async () => {
    const organization = await createOrganization();
    for (const name of ["Cara", "Anna", "Berta"]) await ask(organization, { name });
    const { handle } = organization.owner;
    const first = await handle.run(listRegistrations, { sort: "name", limit: 2 });
    const second = await handle.run(listRegistrations, { sort: "name", limit: 2, cursor: first.next_cursor ?? "" });
    expect([...first.data, ...second.data].map(({ name }) => name)).toEqual(["Anna", "Berta", "Cara"]);
    expect((await handle.run(listRegistrations, { q: "BERT" })).data.map(({ name }) => name)).toEqual(["Berta"]);
    await expect(
      handle.run(listRegistrations, { sort: "-name", cursor: first.next_cursor ?? "" }),
    ).rejects.toMatchObject({
      reason: "bad_cursor",
    });
  });

  for (const role of ["staff", "user", "dispatcher", "driver", "buyer", "manager", "member", "developer", "admin"])
    it(`${role} ${role === "admin" ? "decides" : "neither sees nor decides"}`, async () => {
      const organization = await createOrganization();
      const { id, email } = await asked(organization);
      const { handle } = await addMember(organization, { role });
      const all = await Promise.allSettled([
        handle.run(listRegistrations, {}),
        handle.run(findRegistration, { id }),
        handle.run(listRolesToGive, {}),
        handle.run(approveRegistration, { id, role: "user" }),
      ]);
      const wanted = role === "admin" ? "fulfilled" : "rejected";
      expect(all.map(({ status }) => status)).toEqual([wanted, wanted, wanted, wanted]);
      expect(await pendingId(organization, email)).toBe(role === "admin" ? "" : id);
    });
});

describe("deciding", () => {
  it("begins the membership at once where the address is proved", async () => {
    const organization = await createOrganization();
    const person = await createPerson();
    const { id, email } = await asked(organization, { email: person.email });
    const made = await organization.owner.handle.run(approveRegistration, {
      id,
      role: "ROLE_DISPATCHER",
      note: "Hello",
    });
    expect(made.outcome).toBe("joined");
    expect(await membership(organization, email)).toEqual([{ role_key: "dispatcher", origin: "registration" }]);
    expect(await templatesTo(email)).toEqual(["request-received", "request-approved"]);
    const [mine] = await accountHandle(person).run(listMyRequests, {});
    expect(mine).toMatchObject({ state: "approved", roleName: "Dispatcher", note: "Hello" });
    expect(mine?.joinedAt).toBeInstanceOf(Date);
  });

  it("gives the organization's default role where none is chosen", async () => {
    const organization = await createOrganization({ profile: { role_template: "staff" } });
    const person = await createPerson();
    const { id } = await asked(organization, { email: person.email });
    await organization.owner.handle.run(approveRegistration, { id });
    expect(await membership(organization, person.email)).toMatchObject([{ role_key: "staff" }]);
  });

  it("waits for somebody without an account, and activation enters them in one step", async () => {
    const organization = await createOrganization();
    const { id, email } = await asked(organization);
    const made = await organization.owner.handle.run(approveRegistration, { id, role: "driver" });
    expect(made.outcome).toBe("waiting");
    expect(await membership(organization, email)).toEqual([]);
    const token = await activationToken(email);
    const seen = await publicHandle().run(peekActivation, { token });
    expect(seen).toMatchObject({ state: "live", email, organization: organization.name, role: "Driver" });
    const begun = await publicHandle().run(activate, { token, name: "Ada Asker", password: testPassword });
    expect(begun.slug).toBe(organization.slug);
    expect(await membership(organization, email)).toEqual([{ role_key: "driver", origin: "registration" }]);
    const session = accountHandle({ userId: "", name: "", email, session: begun.session });
    expect(await session.run(listMyRequests, {})).toMatchObject([{ state: "approved" }]);
    await expect(publicHandle().run(activate, { token, name: "Eve", password: testPassword })).rejects.toMatchObject({
      reason: "token_dead",
    });
    expect(await publicHandle().run(peekActivation, { token })).toMatchObject({ state: "used", joined: true });
  });

  it("begins the membership when they prove the address by themselves, and ends the link", async () => {
    const organization = await createOrganization();
    const { id, email } = await asked(organization);
    await organization.owner.handle.run(approveRegistration, { id, role: "user" });
    const token = await activationToken(email);
    await signUp(email);
    expect(await membership(organization, email)).toEqual([{ role_key: "user", origin: "registration" }]);
    await expect(publicHandle().run(activate, { token, name: "Eve", password: testPassword })).rejects.toMatchObject({
      reason: "token_dead",
    });
  });

  it("begins the membership when an existing person moves to the approved address", async () => {
    const organization = await createOrganization();
    const { id, email } = await asked(organization);
    await organization.owner.handle.run(approveRegistration, { id, role: "user" });
    const person = await createPerson();
    await guard`update public.users set email = ${email} where id = ${person.userId}`;
    expect(await membership(organization, email)).toHaveLength(1);
  });

  it("kills an expired link and sends another", async () => {
    const organization = await createOrganization();
    const { id, email } = await asked(organization);
    await organization.owner.handle.run(approveRegistration, { id });
    const first = await activationToken(email);
    await guard`update guard.tokens set expires_at = now() - interval '1 second' where email = ${email}`;
    expect(await publicHandle().run(peekActivation, { token: first })).toMatchObject({ state: "expired" });
    await organization.owner.handle.run(resendActivation, { id });
    const second = await activationToken(email);
    await expect(
      publicHandle().run(activate, { token: first, name: "Ada", password: testPassword }),
    ).rejects.toMatchObject({ reason: "token_dead" });
    await publicHandle().run(activate, { token: second, name: "Ada", password: testPassword });
    expect(await membership(organization, email)).toHaveLength(1);
    await expect(organization.owner.handle.run(resendActivation, { id })).rejects.toMatchObject({
      reason: "not_waiting",
    });
  });

  it("rejects with a reason that the person reads, and they may ask again", async () => {
    const organization = await createOrganization();
    const { id, email } = await asked(organization);
    const { handle } = organization.owner;
    await expect(handle.run(rejectRegistration, { id, reason: " " })).rejects.toMatchObject({ code: "invalid" });
    const made = await handle.run(rejectRegistration, { id, reason: "We do not know you" });
    expect(made).toMatchObject({ outcome: "rejected", closedAs: "rejected" });
    const mail = (await mailsTo(email)).at(-1);
    expect(mail).toMatchObject({ template: "request-rejected", props: { reason: "We do not know you" } });
    expect((await asked(organization, { email })).id).not.toBe("");
  });

  it("tells the second decider who was first and changes nothing", async () => {
    const organization = await createOrganization();
    const maria = await addMember(organization, { role: "admin", person: await createPerson({ name: "Maria First" }) });
    const { id, email } = await asked(organization);
    await maria.handle.run(rejectRegistration, { id, reason: "Not yet" });
    await expect(organization.owner.handle.run(approveRegistration, { id })).rejects.toMatchObject({
      code: "conflict",
      reason: "already_decided",
      message: expect.stringMatching(/^Rejected by Maria First \d+ seconds? ago\. Nothing was changed\.$/),
    });
    expect(await organization.owner.handle.run(approveRegistrations, { ids: [id] })).toMatchObject([
      { outcome: "decided", state: "rejected", decidedByName: "Maria First" },
    ]);
    expect(await templatesTo(email)).toEqual(["request-received", "request-rejected"]);
  });

  it("answers for each of several", async () => {
    const organization = await createOrganization();
    const person = await createPerson();
    const [a, b, c] = [
      await asked(organization, { email: person.email }),
      await asked(organization),
      await asked(organization),
    ];
    await organization.owner.handle.run(rejectRegistration, { id: c.id, reason: "Not now" });
    const made = await organization.owner.handle.run(approveRegistrations, { ids: [c.id, b.id, a.id], role: "user" });
    expect(Object.fromEntries(made.map(({ id, outcome }) => [id, outcome]))).toEqual({
      [a.id]: "joined",
      [b.id]: "waiting",
      [c.id]: "decided",
    });
    const rest = await asked(organization);
    expect(await organization.owner.handle.run(rejectRegistrations, { ids: [rest.id], reason: "Full" })).toMatchObject([
      { outcome: "rejected" },
    ]);
  });

  it("never changes the role of somebody who joined meanwhile", async () => {
    const organization = await createOrganization();
    const person = await createPerson();
    const { id, email } = await asked(organization, { email: person.email });
    await addMember(organization, { role: "buyer", person });
    expect(await organization.owner.handle.run(approveRegistration, { id, role: "admin" })).toMatchObject({
      outcome: "member",
    });
    expect(await membership(organization, email)).toEqual([{ role_key: "buyer", origin: "seed" }]);
  });

  it("refuses a role above the decider's own rights, ownership, and roles that do not exist", async () => {
    const organization = await createOrganization();
    const { owner } = organization;
    await guard`insert into public.roles (organization_id, id, key, name, permissions)
      values (${organization.id}, guard.uuid7(), 'door', 'Door', array['registrations.view', 'registrations.decide', 'shipments.view', 'shipments.create'])`;
    const door = await addMember(organization, { role: "door" });
    const { id } = await asked(organization);
    await expect(door.handle.run(approveRegistration, { id, role: "admin" })).rejects.toMatchObject({
      reason: "above_own_rights",
    });
    await expect(owner.handle.run(approveRegistration, { id, role: "owner" })).rejects.toMatchObject({
      reason: "owner_by_transfer",
    });
    await expect(owner.handle.run(approveRegistration, { id, role: "nobody" })).rejects.toMatchObject({
      reason: "role_unknown",
    });
    const { roles } = await door.handle.run(listRolesToGive, {});
    expect(roles.map(({ key }) => key).sort()).toEqual(["door", "staff", "user"]);
    expect(await door.handle.run(approveRegistration, { id, role: "user" })).toMatchObject({ outcome: "waiting" });
  });

  it("refuses a decider whose right went between page and click [S68]", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const { id, email } = await asked(organization);
    await admin.handle.run(findRegistration, { id });
    await guard`update public.memberships set role_key = 'user' where id = ${admin.membershipId}`;
    await expect(admin.handle.run(approveRegistration, { id })).rejects.toMatchObject({
      code: "forbidden",
      permission: "registrations.decide",
    });
    expect(await pendingId(organization, email)).toBe(id);
  });

  it("ignores nothing silently: an unknown field is refused", async () => {
    const organization = await createOrganization();
    const { id } = await asked(organization);
    const smuggled = { id, role: "user", state: "approved", organizationId: organization.id } as { id: string };
    await expect(organization.owner.handle.run(approveRegistration, smuggled)).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("leaves audit entries with the decider, without network address or secret", async () => {
    const organization = await createOrganization();
    const { id, email } = await asked(organization);
    await organization.owner.handle.run(approveRegistration, { id, note: "Welcome" });
    const token = await activationToken(email);
    await publicHandle().run(activate, { token, name: "Ada", password: testPassword });
    const found = await organization.owner.handle.run(findRegistration, { id });
    expect(found.history.map(({ title }) => title)).toEqual(["Asked to join", "Approved", "Became a member"]);
    expect(found.history[1]?.actor).toContain("Olga Owner");
    const entries = await guard`select * from audit.entries where record_id = ${decodeId("reg", id) ?? ""}`;
    expect(JSON.stringify(entries.map(({ before, after }) => [before, after]))).not.toMatch(/"address":|"agent":|ac_/);
  });
});
