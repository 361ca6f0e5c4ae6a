import { describe, expect, it } from "vitest";
import { confirmPassword } from "@/lib/access/confirm-password";
import { confirmFactor, enrol, readEnrolment } from "@/lib/access/factor";
import type { Handle } from "@/lib/access/handle";
import { codeOf } from "@/lib/access/totp";
import { changePassword, showAccount } from "@/lib/accounts/operations";
import { viewMe } from "@/lib/me/operations";
import { age, enrolPerson, freeStep, goOn, sessionHandle } from "@/lib/testing/factors";
import { addMember, createOrganization, createPerson, guard, type Member, testPassword } from "@/lib/testing/world";
import { beginFactor, removeFactor } from "./operations";

const gone = { code: "unauthenticated" };

/** The member's own handles of both hosts, and what somebody else took from the browser before. */
async function stolen(member: Member, slug: string): Promise<{ root: Handle; host: Handle; thieves: Handle[] }> {
  return {
    root: sessionHandle(member.session),
    host: sessionHandle(member.hostSession, slug),
    thieves: [sessionHandle(member.session), sessionHandle(member.hostSession, slug)],
  };
}

async function expectShut(thieves: Handle[]): Promise<void> {
  const [root, host] = thieves;
  await expect(root?.run(showAccount, {})).rejects.toMatchObject(gone);
  await expect(host?.run(viewMe, {})).rejects.toMatchObject(gone);
}

async function entered(): Promise<{ member: Member; slug: string }> {
  const organization = await createOrganization();
  return { member: await addMember(organization, { role: "admin" }), slug: organization.slug };
}

describe("a session's secret is another one from then on, and the one before is dead [S48]", () => {
  it("when a second factor is set up, replaced or removed; hosts begin anew from it [S46]", async () => {
    const { member, slug } = await entered();
    const before = await stolen(member, slug);
    await before.root.run(beginFactor, {});
    const seed = (await readEnrolment(member.session))?.seed ?? "";
    await enrol(before.root, codeOf(seed));
    expect(before.root.renewed).toMatch(/^bs_/);
    await expectShut(before.thieves);
    await goOn(member, before.root);
    await member.handle.run(viewMe, {});

    const enrolled = await stolen(member, slug);
    await enrolPerson(member);
    await expectShut(enrolled.thieves);

    const replaced = await stolen(member, slug);
    await replaced.root.run(removeFactor, {});
    await expectShut(replaced.thieves);
    await replaced.root.run(showAccount, {});
  });

  it("when a password is proved again, on the root host and on an organization's, and only there", async () => {
    const { member, slug } = await entered();
    await age(member, "11 minutes");
    const { root, host, thieves } = await stolen(member, slug);
    await confirmPassword(host, testPassword);
    await expect(thieves[1]?.run(viewMe, {})).rejects.toMatchObject(gone);
    await host.run(viewMe, {});
    await expect(thieves[0]?.run(beginFactor, {})).rejects.toMatchObject({ code: "confirm_password" });
    await confirmPassword(root, testPassword);
    await expectShut(thieves);
    await root.run(beginFactor, {});
    await host.run(viewMe, {});
  });

  it("when a code is proved again, and after a new password", async () => {
    const { member, slug } = await entered();
    const { seed } = await enrolPerson(member);
    const { root, host, thieves } = await stolen(member, slug);
    await confirmFactor(host, codeOf(seed));
    await expect(thieves[1]?.run(viewMe, {})).rejects.toMatchObject(gone);
    await freeStep(member);
    await confirmFactor(root, codeOf(seed));
    await expectShut(thieves);
    const [again, other] = [sessionHandle(root.renewed ?? ""), sessionHandle(host.renewed ?? "", slug)];
    await root.run(changePassword, { newPassword: "another long password" });
    await expectShut([again, other]);
    await root.run(showAccount, {});
  });

  it("stays where the proof was wrong, or counts for nothing beside a second factor", async () => {
    const person = await createPerson();
    const handle = sessionHandle(person.session);
    await expect(confirmPassword(handle, "not this one")).rejects.toMatchObject({ code: "invalid" });
    await enrolPerson(person);
    const withFactor = sessionHandle(person.session);
    await confirmPassword(withFactor, testPassword);
    await expect(confirmFactor(withFactor, "000000")).rejects.toMatchObject({ reason: "code_wrong" });
    expect([handle.renewed, withFactor.renewed]).toEqual([undefined, undefined]);
    await withFactor.run(showAccount, {});
  });

  it("but signs out still: who is out on one page is not in on another that was answered meanwhile [S46]", async () => {
    const { member, slug } = await entered();
    const out = (secret: string, audience: string, everywhere = false) =>
      guard`select guard.sign_out(${secret}, ${audience}, ${everywhere}, '{}')`;
    const { root, host } = await stolen(member, slug);
    await confirmPassword(host, testPassword);
    await out(member.hostSession, "");
    await host.run(viewMe, {}); // the secret of another host
    await out(member.hostSession, slug);
    await expect(host.run(viewMe, {})).rejects.toMatchObject(gone);
    await expect(root.run(showAccount, {})).rejects.toMatchObject(gone);

    const person = await createPerson();
    const [elsewhere] = await guard<{ secret: string }[]>`
      select guard.create_session(${person.userId}, 'password', 'other', '{}') as secret`;
    const own = sessionHandle(person.session);
    await confirmPassword(own, testPassword);
    await out(person.session, "", true);
    await expect(own.run(showAccount, {})).rejects.toMatchObject(gone);
    await sessionHandle(elsewhere?.secret ?? "").run(showAccount, {}); // an old secret ends its own session alone
  });

  it("is right for one of many who prove at once with the same one", async () => {
    const person = await createPerson();
    const handles = Array.from({ length: 6 }, () => sessionHandle(person.session));
    const done = await Promise.allSettled(handles.map((handle) => confirmPassword(handle, testPassword)));
    expect(done.filter(({ status }) => status === "fulfilled").length).toBe(1);
    const [kept] = handles.filter((handle) => handle.renewed);
    await kept?.run(showAccount, {});
  });
});
