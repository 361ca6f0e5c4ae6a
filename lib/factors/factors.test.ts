import { describe, expect, it } from "vitest";
import { appPool } from "@/db/connection";
import { confirmPassword } from "@/lib/access/confirm-password";
import { confirmFactor, enrol, finishSignIn, readEnrolment, sealSeed } from "@/lib/access/factor";
import type { AnyOperation } from "@/lib/access/operation";
import { codeOf, newSeed, readFactorCode, stepOf } from "@/lib/access/totp";
import { changePassword, showAccount, signIn } from "@/lib/accounts/operations";
import { encodeId } from "@/lib/ids";
import { listMembers } from "@/lib/members/operations";
import { unseal } from "@/lib/seal";
import { age, enrolPerson, freeStep, goOn, sessionHandle } from "@/lib/testing/factors";
import { sentMails } from "@/lib/testing/mails";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  createSuperAdmin,
  guard,
  type Person,
  platformHandle,
  publicHandle,
  request,
  testPassword,
} from "@/lib/testing/world";
import {
  beginFactor,
  forgetDevice,
  removeFactor,
  renewRecoveryCodes,
  resetMemberFactor,
  resetPersonFactor,
  showFactor,
} from "./operations";

const device = "a mark of this browser";
const wrong = { code: "invalid", reason: "code_wrong" };
const gone = { code: "unauthenticated" };
const right = (person: Person) => ({ email: person.email, password: testPassword, device });

async function halfSignedIn(person: Person): Promise<string> {
  const { session } = await publicHandle().run(signIn, right(person));
  expect(session).toMatch(/^bp_/);
  return session;
}

const finish = (pending: string, code: string, mark: string | null = null, address = request().address) =>
  finishSignIn({ pending, code, mark }, { ...request(), address, device: "Firefox on Linux" });

describe("a code from an app", () => {
  it("is the one of RFC 6238's first vector, with one step of drift to either side", () => {
    const seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    expect(codeOf(seed, 59_000)).toBe("287082");
    for (const [at, step] of [
      [29_000, 1],
      [59_000, 1],
      [89_000, 1],
    ] as const)
      expect(stepOf(seed, "287082", at)).toBe(step);
    for (const at of [0, 119_000]) expect(stepOf(seed, "287082", at === 0 ? -31_000 : at)).toBeUndefined();
  });

  it("is read however it is typed", () => {
    expect(readFactorCode(" 287 082 ")).toEqual({ kind: "code", text: "287082" });
    expect(readFactorCode("7k2qx-m4rpa")).toEqual({ kind: "recovery", text: "7K2QXM4RPA" });
    expect(readFactorCode("OIL00-00000")).toEqual({ kind: "recovery", text: "0110000000" });
    for (const odd of ["", "12345", "1234567", "'; select 1", "７２３４５６"])
      expect(readFactorCode(odd)).toBeUndefined();
  });
});

describe("the set-up", () => {
  it("counts once a first code was right; other sessions end [S46]", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization, { role: "admin" });
    const [other] = await guard<{ secret: string }[]>`
      select guard.create_session(${member.userId}, 'password', 'another', ${guard.json(request())}) as secret`;
    await accountHandle(member).run(beginFactor, {});
    const waiting = (await readEnrolment(member.session))?.seed ?? "";
    await expect(enrol(accountHandle(member), "000000")).rejects.toMatchObject(wrong);
    expect((await accountHandle(member).run(showFactor, {})).since).toBeNull();
    const handle = accountHandle(member);
    const codes = await enrol(handle, codeOf(waiting));
    await goOn(member, handle);
    expect(new Set(codes).size).toBe(10);
    await expect(sessionHandle(other?.secret ?? "").run(showAccount, {})).rejects.toMatchObject(gone);
    expect(await accountHandle(member).run(showFactor, {})).toMatchObject({ codesLeft: 10, since: expect.any(Date) });
    await member.handle.run(listMembers, {});
    expect((await sentMails(member.email)).map(({ template }) => template)).toContain("second-factor");
    const entries = await guard<{ action: string }[]>`
      select action from audit.entries where operation = 'account.confirm_factor' and actor_user_id = ${member.userId}`;
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(["factor_enrolled", "update"]));
  });

  it("needs a fresh password, and is over after a quarter of an hour", async () => {
    const person = await createPerson();
    await age(person, "11 minutes");
    await expect(accountHandle(person).run(beginFactor, {})).rejects.toMatchObject({
      code: "confirm_password",
      reason: "password",
    });
    const handle = accountHandle(person);
    await confirmPassword(handle, testPassword);
    await goOn(person, handle);
    await accountHandle(person).run(beginFactor, {});
    const waiting = (await readEnrolment(person.session))?.seed ?? "";
    await guard`update guard.factors set next_until = now() - interval '1 second' where user_id = ${person.userId}`;
    expect(await readEnrolment(person.session)).toBeUndefined();
    await expect(enrol(accountHandle(person), codeOf(waiting))).rejects.toMatchObject({ reason: "set_up_over" });
  });

  it("keeps seed and codes sealed and hashed; a moved seed does not open [S108]", async () => {
    const [one, two] = [await enrolPerson(await createPerson()), await createPerson()];
    const [row] = await guard<{ seed: string }[]>`select seed from guard.factors where user_id = ${one.person.userId}`;
    const sealed = row?.seed ?? "";
    expect(sealed).not.toContain(one.seed);
    const place = (person: Person) => `platform|factors|seed|${person.userId}`;
    expect(unseal(process.env.BERTH_SECRET ?? "", place(one.person), sealed)).toBe(one.seed);
    expect(() => unseal(process.env.BERTH_SECRET ?? "", place(two), sealed)).toThrow("another place");
    const dump = JSON.stringify([
      await guard`select encode(hash, 'escape') from guard.recovery_codes`,
      await guard`select * from audit.entries`,
      await guard`select * from guard.jobs`,
    ]);
    for (const secret of [one.seed, ...one.codes]) expect(dump).not.toContain(secret);
  });

  it("is out of the application's own reach", async () => {
    const { person, codes } = await enrolPerson(await createPerson());
    for (const text of [
      "select * from guard.factors",
      "update guard.factors set last_step = 0",
      "select * from guard.recovery_codes",
      "delete from guard.remembered_devices",
      `select guard.identity_seeds('${person.session}', '')`,
      `select guard.identity_prove('${person.session}', '', 99999999, null, '{}')`,
      `select guard.identity_prove('${person.session}', '', null, '${codes[0]}', '{}')`,
      `select guard.use_recovery_code('${person.userId}', '${codes[0]}')`,
      `select guard.open_session('${person.userId}', 'password', null, 'code', '{}')`,
      "select guard.set_installation('nobody')",
    ])
      await expect(appPool().query(text), text).rejects.toMatchObject({ code: "42501" });
  });
});

describe("signing in with it", () => {
  it("takes password and code, and a new secret comes of it [S48]", async () => {
    const { person, seed } = await enrolPerson(await createPerson());
    const pending = await halfSignedIn(person);
    for (const handle of [sessionHandle(pending), sessionHandle(pending, "any-organization")])
      await expect(
        handle.run(handle.credential.kind === "account" ? showAccount : (listMembers as never), {}),
      ).rejects.toMatchObject(gone);
    await expect(finish(pending, "000000")).rejects.toMatchObject(wrong);
    const session = await finish(pending, codeOf(seed));
    expect(session).toMatch(/^bs_/);
    await sessionHandle(session).run(showAccount, {});
    await expect(finish(pending, codeOf(seed, Date.now() + 30_000))).rejects.toMatchObject(gone);
  });

  it("takes one step of the clock once, in every session and door", async () => {
    const { person, seed } = await enrolPerson(await createPerson());
    const code = codeOf(seed);
    const handle = sessionHandle(person.session);
    await confirmFactor(handle, code);
    await expect(confirmFactor(handle, code)).rejects.toMatchObject(wrong);
    await expect(finish(await halfSignedIn(person), code)).rejects.toMatchObject(wrong);
  });

  it("gives one of many at once a session for one code", async () => {
    for (let round = 0; round < 5; round++) {
      const { person, seed } = await enrolPerson(await createPerson());
      const halves = await Promise.all(Array.from({ length: 8 }, () => halfSignedIn(person)));
      await freeStep(person);
      const code = codeOf(seed);
      const done = await Promise.allSettled(halves.map((half) => finish(half, code)));
      expect(done.filter(({ status }) => status === "fulfilled").length).toBe(1);
    }
  });

  it("takes a recovery code once, of 50 at once too", async () => {
    const { person, codes } = await enrolPerson(await createPerson());
    for (const code of codes.slice(0, 3)) {
      const tries = await Promise.allSettled(
        Array.from(
          { length: 50 },
          () =>
            guard<{ given: string | null }[]>`
              select guard.identity_prove(${person.session}, '', null, ${code}, '{}') as given`,
        ),
      );
      const given = tries.flatMap((tried) => (tried.status === "fulfilled" ? (tried.value[0]?.given ?? []) : []));
      expect(given.length).toBe(1);
      person.session = given[0] ?? "";
    }
    expect((await sessionHandle(person.session).run(showFactor, {})).codesLeft).toBe(7);
    const session = await finish(await halfSignedIn(person), (codes[3] ?? "").toLowerCase());
    await sessionHandle(session).run(showAccount, {});
    expect((await sentMails(person.email)).length).toBeGreaterThan(0);
  });

  it("throttles misses per person and network, each try once, and leaves their own browser its tries [S81]", async () => {
    const { person, seed } = await enrolPerson(await createPerson());
    const stranger = (await publicHandle().run(signIn, { ...right(person), device: "a stranger's" })).session;
    const tryIt = (code: string) => finish(stranger, code, null, "10.9.9.9");
    const misses = await Promise.allSettled(Array.from({ length: 10 }, () => tryIt("000000")));
    for (const miss of misses) expect(miss).toMatchObject({ status: "rejected", reason: wrong });
    await expect(tryIt(codeOf(seed))).rejects.toMatchObject({ code: "limited" });
    const known = await finish(await halfSignedIn(person), codeOf(seed));
    const own = (await publicHandle().run(signIn, right(person))).session;
    await freeStep(person);
    await finish(own, codeOf(seed));
    expect(known).toMatch(/^bs_/);
  });

  it("is over after ten minutes, and after a new password", async () => {
    const { person, seed } = await enrolPerson(await createPerson());
    const pending = await halfSignedIn(person);
    await guard`update guard.pending_sign_ins set expires_at = now() where user_id = ${person.userId}`;
    await expect(finish(pending, codeOf(seed))).rejects.toMatchObject(gone);
    const again = await halfSignedIn(person);
    await sessionHandle(person.session).run(changePassword, { newPassword: "another long password" });
    await expect(finish(again, codeOf(seed))).rejects.toMatchObject(gone);
  });
});

describe("a remembered device", () => {
  it("leaves the code out, is never fresh by that, and is forgotten at will or by a new password [S46]", async () => {
    const { person, seed } = await enrolPerson(await createPerson());
    const session = await finish(await halfSignedIn(person), codeOf(seed), "a new mark");
    const again = () => publicHandle().run(signIn, { ...right(person), device: "a new mark" });
    const remembered = (await again()).session;
    expect(remembered).toMatch(/^bs_/);
    await expect(sessionHandle(remembered).run(removeFactor, {})).rejects.toMatchObject({ reason: "factor" });
    const { devices } = await sessionHandle(session).run(showFactor, {});
    expect(devices).toMatchObject([{ device: "Firefox on Linux" }]);
    await sessionHandle(session).run(forgetDevice, { id: devices[0]?.id });
    expect((await again()).session).toMatch(/^bp_/);
    await freeStep(person);
    const half = (await publicHandle().run(signIn, right(person))).session;
    const last = await finish(half, codeOf(seed), "a third mark");
    await sessionHandle(last).run(changePassword, { newPassword: testPassword });
    expect((await publicHandle().run(signIn, { ...right(person), device: "a third mark" })).session).toMatch(/^bp_/);
  });

  it("belongs to its person", async () => {
    const [one, two] = [await enrolPerson(await createPerson()), await enrolPerson(await createPerson())];
    await finish(await halfSignedIn(one.person), codeOf(one.seed), "a shared mark");
    expect((await publicHandle().run(signIn, { ...right(two.person), device: "a shared mark" })).session).toMatch(
      /^bp_/,
    );
    const { devices } = await sessionHandle(one.person.session).run(showFactor, {});
    await sessionHandle(two.person.session).run(forgetDevice, { id: devices[0]?.id });
    expect((await sessionHandle(one.person.session).run(showFactor, {})).devices.length).toBe(1);
  });
});

describe("step-up with a factor [S105]", () => {
  it("takes no password in its place", async () => {
    const { person, seed } = await enrolPerson(await createPerson());
    await age(person, "11 minutes");
    const handle = sessionHandle(person.session);
    await confirmPassword(handle, testPassword);
    const acts = [removeFactor, renewRecoveryCodes, beginFactor] as AnyOperation[];
    for (const operation of acts)
      await expect(handle.run(operation, {})).rejects.toMatchObject({ code: "confirm_password", reason: "factor" });
    await confirmFactor(handle, codeOf(seed));
    const { codes } = await handle.run(renewRecoveryCodes, {});
    expect(codes.length).toBe(10);
    await handle.run(removeFactor, {});
    expect((await publicHandle().run(signIn, right(person))).session).toMatch(/^bs_/);
  });

  it("a replaced app ends the old one's codes and recovery codes", async () => {
    const { person, seed, codes } = await enrolPerson(await createPerson());
    const next = await enrolPerson(person);
    expect(next.seed).not.toBe(seed);
    for (const code of [codeOf(seed), codes[0] ?? ""])
      await expect(finish(await halfSignedIn(person), code)).rejects.toMatchObject(wrong);
  });
});

describe("a lost factor", () => {
  it("is reset by an admin above, on the record and by mail; sessions end [S46]", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const member = await addMember(organization, { role: "member" });
    const { person } = await enrolPerson(member);
    await admin.handle.run(resetMemberFactor, { id: encodeId("mem", member.membershipId) });
    await expect(sessionHandle(person.session).run(showAccount, {})).rejects.toMatchObject(gone);
    expect((await publicHandle().run(signIn, right(person))).session).toMatch(/^bs_/);
    const [entry] = await guard`select actor_user_id from audit.entries
      where organization_id = ${organization.id} and record_id = ${member.membershipId} and action = 'factor_reset'`;
    expect(entry?.actor_user_id).toBe(admin.userId);
  });

  it("stays where the one who resets is below, the same, or it protects more than this organization", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const staff = await addMember(organization, { role: "member" });
    const elsewhere = await addMember(organization, { role: "member" });
    await addMember(await createOrganization(), { role: "member", person: elsewhere });
    for (const each of [organization.owner, admin, staff, elsewhere]) await enrolPerson(each);
    const reset = (by: typeof admin, id: string) => by.handle.run(resetMemberFactor, { id: encodeId("mem", id) });
    await expect(reset(staff, admin.membershipId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(reset(admin, organization.owner.membershipId)).rejects.toMatchObject({ reason: "owner_protected" });
    await expect(reset(admin, admin.membershipId)).rejects.toMatchObject({ reason: "self" });
    await expect(reset(admin, elsewhere.membershipId)).rejects.toMatchObject({ reason: "belongs_elsewhere" });
    const other = await createOrganization();
    await expect(reset(other.owner, staff.membershipId)).rejects.toMatchObject({ code: "not_found" });
    await age(admin, "11 minutes");
    await expect(reset(admin, staff.membershipId)).rejects.toMatchObject({ reason: "factor" });
  });

  it("is reset by a super admin with a reason", async () => {
    const [superAdmin, { person }] = [await createSuperAdmin(), await enrolPerson(await createPerson())];
    const reset = (reason: string) =>
      platformHandle(superAdmin).run(resetPersonFactor, { id: encodeId("usr", person.userId), reason });
    await expect(reset("no")).rejects.toMatchObject({ code: "invalid" });
    await reset("Called us, and knew the last invoice");
    expect((await publicHandle().run(signIn, right(person))).session).toMatch(/^bs_/);
  });
});

it("a seed of one person is refused for another", () => {
  expect(sealSeed("a", newSeed())).not.toBe(sealSeed("b", newSeed()));
});
