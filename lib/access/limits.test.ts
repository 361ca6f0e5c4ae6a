import { describe, expect, it } from "vitest";
import { appPool } from "@/db/connection";
import { signIn, updateAccount } from "@/lib/accounts/operations";
import { requestGroup } from "@/lib/groups/operations";
import { encodeId } from "@/lib/ids";
import { inviteByCode, inviteMembers, resendInvitation } from "@/lib/invitations/operations";
import { createTokens, tokenHandle } from "@/lib/testing/tokens";
import { insertEndpoint } from "@/lib/testing/webhooks";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  guard,
  type Organization,
  type Person,
  publicHandle,
  request,
  testPassword,
  unique,
} from "@/lib/testing/world";
import { testWebhook } from "@/lib/webhooks/operations";
import { confirmPassword } from "./confirm-password";
import { Handle } from "./handle";

const limited = { code: "limited", retryAfter: expect.any(Number) };
const from = (address: string) => new Handle({ kind: "none" }, { ...request(), address });
const right = (person: Person) => ({ email: person.email, password: testPassword });

async function sessionOf(person: Person, info = request()): Promise<Person> {
  const [made] = await guard<{ secret: string }[]>`
    select guard.create_session(${person.userId}, 'password', 'test device', ${guard.json(info)}) as secret`;
  return { ...person, session: made?.secret ?? "" };
}

describe("what an organization has for all of it", () => {
  it("is used up by nobody who may not do what it bounds", async () => {
    const organization = await createOrganization();
    const { handle } = await addMember(organization);
    const id = encodeId("whk", await insertEndpoint(organization));
    const tries = Array.from({ length: 70 }, () => handle.run(testWebhook, { id }));
    for (const { status, reason } of (await Promise.allSettled(tries)) as PromiseRejectedResult[])
      expect([status, ["forbidden", "limited"].includes(reason.code)]).toEqual(["rejected", true]);
    for (let n = 0; n < 60; n += 1) await organization.owner.handle.run(testWebhook, { id });
    await expect(organization.owner.handle.run(testWebhook, { id })).rejects.toMatchObject(limited);
  });
});

describe("a limit per person", () => {
  it("is one for all of somebody's sessions, and nobody else's", async () => {
    const person = await createPerson();
    const sessions = [person, await sessionOf(person), await sessionOf(person)];
    const change = (who: Person) => accountHandle(who).run(updateAccount, { name: "Maria Tester", timeZone: "UTC" });
    const tries = Array.from({ length: 60 }, (_, n) => change(sessions[n % 3] ?? person));
    expect((await Promise.allSettled(tries)).every(({ status }) => status === "fulfilled")).toBe(true);
    for (const each of sessions) await expect(change(each)).rejects.toMatchObject(limited);
    await expect(change(await sessionOf(person))).rejects.toMatchObject(limited);
    await change(await createPerson());
  });

  it("learns of a credential only what it opens", async () => {
    const { id, slug, owner } = await createOrganization();
    const ask = async (credential: string, audience: string) =>
      (await appPool().query("select guard.limit_subject($1, $2) as value", [credential, audience])).rows[0]?.value;
    expect(await ask(owner.hostSession, slug)).toEqual({ person: owner.userId, organization: id });
    expect(await ask(owner.session, "")).toEqual({ person: owner.userId, organization: null });
    for (const [credential, audience] of [
      [owner.hostSession, ""],
      [owner.hostSession, "another"],
      ["bs_invented", ""],
      ["key_invented", ""],
    ] as const)
      expect(await ask(credential, audience)).toEqual({});
  });
});

describe("the limit of proofs", () => {
  it("counts guesses alone: whoever knows the password acts as often as they need", async () => {
    const { owner } = await createOrganization();
    for (let n = 0; n < 12; n += 1) await confirmPassword(owner.handle, testPassword);
    for (let n = 0; n < 10; n += 1)
      await expect(confirmPassword(owner.handle, "not this one, for sure")).rejects.toMatchObject({ code: "invalid" });
    await expect(confirmPassword(owner.handle, testPassword)).rejects.toMatchObject(limited);
  });
});

describe("a limit per organization", () => {
  it("counts a program by the organization that its token opens, wherever it is", async () => {
    const [one, other] = [await createOrganization(), await createOrganization()];
    await addMember(other, { person: one.owner, role: "admin" });
    const tokens = await createTokens(one.owner);
    const office = request();
    const ask = (named?: Organization, info = office) =>
      tokenHandle(tokens, named, info)
        .run(requestGroup, { slug: "nobody-has-this" })
        .then(
          () => "counted",
          ({ code }: { code: string }) => (code === "limited" ? code : "counted"),
        );
    for (let n = 0; n < 60; n += 1) expect(await ask(n % 2 === 0 ? one : undefined)).toBe("counted");
    expect([await ask(one), await ask(undefined, request()), await ask(other)]).toEqual([
      "limited",
      "limited",
      "counted",
    ]);
  });

  it("counts nobody's organization for a token that does not open it", async () => {
    const [own, foreign] = [await createOrganization(), await createOrganization()];
    const member = await addMember(own);
    const { access } = await createTokens(member);
    const ask = async (audience: string, named: string | null) =>
      (await appPool().query("select guard.limit_subject($1, $2, $3) as value", [access, audience, named])).rows[0]
        ?.value;
    expect(await ask("", null)).toEqual({ person: member.userId, organization: own.id });
    expect(await ask(own.slug, own.id)).toEqual({ person: member.userId, organization: own.id });
    for (const [audience, named] of [
      ["", foreign.id],
      [foreign.slug, null],
    ] as const)
      expect(await ask(audience, named)).toEqual({ person: member.userId, organization: null });
    await guard`update public.memberships set status = 'suspended' where id = ${member.membershipId}`;
    expect(await ask("", own.id)).toEqual({ person: member.userId, organization: null });
  });
});

describe("invitations", () => {
  it("are bounded for the whole organization, by address, new and again", async () => {
    const [organization, other] = [await createOrganization(), await createOrganization()];
    const admin = await addMember(organization, { role: "admin" });
    const some = (many: number) => Array.from({ length: many }, () => `${unique("guest")}@guests.example`);
    let first = "";
    for (let call = 0; call < 6; call += 1) {
      const { data } = await organization.owner.handle.run(inviteMembers, { emails: some(50) });
      first ||= data[0]?.id ?? "";
    }
    const { handle } = admin;
    await expect(handle.run(inviteMembers, { emails: some(1) })).rejects.toMatchObject(limited);
    await expect(handle.run(inviteByCode, {})).rejects.toMatchObject(limited);
    await expect(handle.run(resendInvitation, { id: first })).rejects.toMatchObject(limited);
    await other.owner.handle.run(inviteMembers, { emails: some(1) });
  });
});

describe("stuffing from many networks [S56]", () => {
  it("locks nobody out of where they signed in before", async () => {
    const person = await createPerson();
    await sessionOf(person, { ...request(), address: "192.0.2.7" });
    await sessionOf(person, { ...request(), address: "2001:db8:1:2::7" });
    await guard`update guard.sessions set revoked_at = now() where user_id = ${person.userId}`;
    for (let network = 0; network < 25; network += 1) {
      const attacker = publicHandle();
      const guess = { email: person.email, password: "a guess that is wrong" };
      await Promise.allSettled(Array.from({ length: 10 }, () => attacker.run(signIn, guess)));
    }
    await expect(publicHandle().run(signIn, right(person))).rejects.toMatchObject(limited);
    for (const device of ["made up", ""])
      await expect(publicHandle().run(signIn, { ...right(person), device })).rejects.toMatchObject(limited);
    const known = await publicHandle().run(signIn, { ...right(person), device: "test device" });
    expect(known.session).not.toBe("");
    for (const address of ["192.0.2.7", "2001:db8:1:2:ffff::1"])
      expect((await from(address).run(signIn, right(person))).session, address).not.toBe("");
    await expect(from("2001:db8:1:3::7").run(signIn, right(person))).rejects.toMatchObject(limited);
  });

  it("even on the person's own network leaves their own browser its tries, and bounds those", async () => {
    const person = await createPerson();
    const home = "198.51.100.9";
    const guess = { email: person.email, password: "a guess that is wrong" };
    await Promise.allSettled(Array.from({ length: 12 }, () => from(home).run(signIn, guess)));
    await expect(from(home).run(signIn, right(person))).rejects.toMatchObject(limited);
    const device = "test device";
    expect((await from(home).run(signIn, { ...right(person), device })).session).not.toBe("");
    await Promise.allSettled(Array.from({ length: 20 }, () => publicHandle().run(signIn, { ...guess, device })));
    await expect(publicHandle().run(signIn, { ...right(person), device })).rejects.toMatchObject(limited);
  });
});
