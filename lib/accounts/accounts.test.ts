import { describe, expect, it } from "vitest";
import { confirmPassword, prove } from "@/lib/access/confirm-password";
import { Handle } from "@/lib/access/handle";
import { listMembers } from "@/lib/members/operations";
import { mailedToken, sentMails } from "@/lib/testing/mails";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  guard,
  type Person,
  publicHandle,
  request,
  testPassword,
  unique,
} from "@/lib/testing/world";
import {
  changePassword,
  confirmAddressChange,
  endOtherSessions,
  endSession,
  listSessions,
  requestAddressChange,
  requestReset,
  resetPassword,
  showAccount,
  showLink,
  signIn,
  signUp,
  updateAccount,
  verifySignUp,
} from "./operations";

const address = () => `${unique("someone")}@people.example`;
const account = (session: string) => new Handle({ kind: "account", secret: session }, request());
const enter = (email: string, password = testPassword) => publicHandle().run(signIn, { email, password });
const gone = { code: "unauthenticated" };
const dead = { code: "invalid", reason: "token_dead" };
const nonce = "n".repeat(43);
const newcomer = (email: string) => ({ name: "Nina New", email, password: testPassword, nonce });

async function another(person: Person): Promise<Person> {
  return { ...person, session: (await enter(person.email)).session };
}

describe("signing up", () => {
  it("makes no account before the address is proved, and one click is enough in the same browser", async () => {
    const email = address();
    await publicHandle().run(signUp, newcomer(email));
    expect((await enter(email)).session).toBe("");
    const token = await mailedToken(email, "verify-address");
    const link = await publicHandle().run(showLink, { token, nonce });
    expect(link).toEqual({ kind: "sign_up", email, passwordNeeded: false });
    const { session } = await publicHandle().run(verifySignUp, { token, nonce });
    expect(await account(session).run(showAccount, {})).toMatchObject({ email, name: "Nina New", superAdmin: false });
  });

  it("asks another browser for the password", async () => {
    const email = address();
    await publicHandle().run(signUp, newcomer(email));
    const token = await mailedToken(email, "verify-address");
    const other = { token, nonce: "x".repeat(43) };
    expect(await publicHandle().run(showLink, other)).toMatchObject({ passwordNeeded: true });
    expect((await publicHandle().run(verifySignUp, other)).session).toBe("");
    expect((await publicHandle().run(verifySignUp, { ...other, password: "not the right one" })).session).toBe("");
    expect((await publicHandle().run(verifySignUp, { ...other, password: testPassword })).session).not.toBe("");
  });

  it("answers alike for a known address and tells its owner by mail", async () => {
    const known = await createPerson();
    expect(await publicHandle().run(signUp, newcomer(known.email))).toEqual(
      await publicHandle().run(signUp, newcomer(address())),
    );
    expect((await sentMails(known.email)).map((mail) => mail.template)).toEqual(["address-already-known"]);
  });

  it("uses a link once, and not after its time", async () => {
    const [email, late] = [address(), address()];
    await publicHandle().run(signUp, newcomer(email));
    const token = await mailedToken(email, "verify-address");
    await publicHandle().run(verifySignUp, { token, nonce });
    await expect(publicHandle().run(verifySignUp, { token, nonce })).rejects.toMatchObject(dead);
    expect(await publicHandle().run(showLink, { token, nonce })).toBeNull();
    await publicHandle().run(signUp, newcomer(late));
    await guard`update guard.tokens set expires_at = now() - interval '1 second' where email = ${late}`;
    const overdue = await mailedToken(late, "verify-address");
    await expect(publicHandle().run(verifySignUp, { token: overdue, nonce })).rejects.toMatchObject(dead);
  });

  it("makes one account of many clicks at once", async () => {
    const email = address();
    await publicHandle().run(signUp, newcomer(email));
    const token = await mailedToken(email, "verify-address");
    const clicks = Array.from({ length: 10 }, () => publicHandle().run(verifySignUp, { token, nonce }));
    const won = (await Promise.allSettled(clicks)).filter((click) => click.status === "fulfilled");
    expect(won.length).toBe(1);
    const [count] = await guard`select count(*)::int as n from public.users where email = ${email}`;
    expect(count?.n).toBe(1);
  });
});

describe("signing in", () => {
  it("answers alike for a wrong password and an unknown address [S56]", async () => {
    const person = await createPerson();
    expect((await enter(person.email, "not the right one")).session).toBe("");
    expect((await enter(address())).session).toBe("");
    const [first] = await guard`select guard.sign_in_salt('nobody@nowhere.example') as salt`;
    const [again] = await guard`select guard.sign_in_salt('nobody@nowhere.example') as salt`;
    expect(again).toEqual(first);
  });

  it("takes one identity in every spelling of an address [S55]", async () => {
    const email = address();
    await createPerson({ email });
    for (const spelling of [email.toUpperCase(), ` ${email} `, email.replace("people", "ｐｅｏｐｌｅ")])
      expect((await enter(spelling)).session, spelling).not.toBe("");
  });

  it("throttles guesses of one network without locking the person out [S56]", async () => {
    const person = await createPerson();
    const guesser = request();
    const guess = () =>
      new Handle({ kind: "none" }, guesser).run(signIn, { email: person.email, password: "not the right one" });
    for (let each = 0; each < 10; each++) await guess();
    await expect(guess()).rejects.toMatchObject({ code: "limited" });
    expect((await enter(person.email)).session).not.toBe("");
  });

  it("gives a new secret each time [S48]", async () => {
    const person = await createPerson();
    expect((await enter(person.email)).session).not.toBe((await enter(person.email)).session);
  });
});

describe("sessions [S46]", () => {
  it("shows each with this one marked, and ends one by the next request", async () => {
    const person = await createPerson();
    const other = await another(person);
    const sessions = await accountHandle(person).run(listSessions, {});
    expect(sessions.map(({ current }) => current)).toEqual([true, false]);
    const id = sessions.find(({ current }) => !current)?.id ?? "";
    expect(await accountHandle(person).run(endSession, { id })).toEqual({ ended: 1 });
    await expect(accountHandle(other).run(showAccount, {})).rejects.toMatchObject(gone);
    await accountHandle(person).run(showAccount, {});
  });

  it("ends nobody else's", async () => {
    const [person, stranger] = [await createPerson(), await createPerson()];
    const [theirs] = await accountHandle(stranger).run(listSessions, {});
    expect(await accountHandle(person).run(endSession, { id: theirs?.id ?? "" })).toEqual({ ended: 0 });
    await accountHandle(stranger).run(showAccount, {});
  });

  it("ends all others, on their hosts too", async () => {
    const member = await addMember(await createOrganization(), { role: "admin" });
    const other = await another(member);
    expect(await accountHandle(other).run(endOtherSessions, {})).toEqual({ ended: 1 });
    await expect(member.handle.run(listMembers, {})).rejects.toMatchObject(gone);
    await accountHandle(other).run(showAccount, {});
  });

  it("signs out of every host from any host", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization, { role: "admin" });
    const other = await another(member);
    await guard`select guard.sign_out(${member.hostSession}, ${organization.slug}, false, ${guard.json(request())})`;
    await expect(accountHandle(member).run(showAccount, {})).rejects.toMatchObject(gone);
    await expect(member.handle.run(listMembers, {})).rejects.toMatchObject(gone);
    await accountHandle(other).run(showAccount, {});
    await guard`select guard.sign_out(${other.session}, '', true, ${guard.json(request())})`;
    await expect(accountHandle(other).run(showAccount, {})).rejects.toMatchObject(gone);
  });

  it("ends by the database's clock [S48]", async () => {
    const [idle, old] = [await createPerson(), await createPerson()];
    await guard`update guard.sessions set idle_until = now() - interval '1 second' where user_id = ${idle.userId}`;
    await guard`update guard.sessions set expires_at = now() - interval '1 second' where user_id = ${old.userId}`;
    await expect(accountHandle(idle).run(showAccount, {})).rejects.toMatchObject(gone);
    await expect(accountHandle(old).run(showAccount, {})).rejects.toMatchObject(gone);
  });
});

describe("passwords", () => {
  it("answers alike whether the address is known, and the link works once", async () => {
    const person = await createPerson();
    expect(await publicHandle().run(requestReset, { email: address() })).toEqual(
      await publicHandle().run(requestReset, { email: person.email }),
    );
    const token = await mailedToken(person.email, "reset-password");
    const { session } = await publicHandle().run(resetPassword, { token, newPassword: "a new password of mine" });
    await account(session).run(showAccount, {});
    await expect(accountHandle(person).run(showAccount, {})).rejects.toMatchObject(gone);
    expect((await enter(person.email)).session).toBe("");
    expect((await enter(person.email, "a new password of mine")).session).not.toBe("");
    const again = publicHandle().run(resetPassword, { token, newPassword: "yet another password" });
    await expect(again).rejects.toMatchObject(dead);
  });

  it("replaces an older link, and takes no token of another kind", async () => {
    const [person, email] = [await createPerson(), address()];
    await publicHandle().run(requestReset, { email: person.email });
    const older = await mailedToken(person.email, "reset-password");
    await publicHandle().run(requestReset, { email: person.email });
    await publicHandle().run(signUp, newcomer(email));
    const foreign = await mailedToken(email, "verify-address");
    for (const token of [older, foreign, "", "x".repeat(43)])
      await expect(
        publicHandle().run(resetPassword, { token, newPassword: "a new password of mine" }),
      ).rejects.toMatchObject(dead);
  });

  it("needs the present one, and a change ends the other sessions [S46]", async () => {
    const person = await createPerson();
    const other = await another(person);
    await guard`update guard.sessions set confirmed_at = now() - interval '11 minutes' where user_id = ${person.userId}`;
    const handle = accountHandle(person);
    const change = () => handle.run(changePassword, { newPassword: "a new password of mine" });
    await expect(change()).rejects.toMatchObject({ code: "confirm_password" });
    await expect(confirmPassword(accountHandle(person), "not the right one")).rejects.toMatchObject({
      code: "invalid",
    });
    await confirmPassword(handle, testPassword);
    await change();
    await expect(accountHandle(other).run(showAccount, {})).rejects.toMatchObject(gone);
    await handle.run(showAccount, {});
    expect((await sentMails(person.email)).map((mail) => mail.template)).toContain("password-changed");
  });
});

const given = (password: unknown) => ({ password, factorCode: undefined });

it("asks for the password where none was typed", async () => {
  const { email } = await createPerson();
  await expect(enter(email, "")).rejects.toMatchObject({
    code: "invalid",
    fields: { password: ["Enter your password."] },
  });
});

describe("what wants the password with every request", () => {
  it.each([changePassword, requestAddressChange])("$name takes none that was typed before", async (operation) => {
    const handle = accountHandle(await createPerson());
    for (const password of [null, undefined, ""])
      await expect(prove(operation, handle, given(password))).rejects.toMatchObject({
        code: "invalid",
        fields: { password: ["Enter your password."] },
      });
    await expect(prove(operation, handle, given("not the right one"))).rejects.toMatchObject({ code: "invalid" });
    await prove(operation, handle, given(testPassword));
  });

  it("asks nothing of other operations", async () => {
    await prove(updateAccount, accountHandle(await createPerson()), given(null));
  });
});

describe("the account", () => {
  it("changes name and time zone, on the memberships too", async () => {
    const member = await addMember(await createOrganization());
    await accountHandle(member).run(updateAccount, { name: "Nora Renamed", timeZone: "Europe/Berlin" });
    expect(await accountHandle(member).run(showAccount, {})).toMatchObject({
      name: "Nora Renamed",
      timeZone: "Europe/Berlin",
    });
    const [row] = await guard`select name from public.memberships where user_id = ${member.userId}`;
    expect(row?.name).toBe("Nora Renamed");
    const wrong = accountHandle(member).run(updateAccount, { name: "Nora", timeZone: "Mars/Olympus" });
    await expect(wrong).rejects.toMatchObject({ code: "invalid" });
  });

  it("changes the address only when the new one is proved, and tells the old one", async () => {
    const [person, email] = [await createPerson(), address()];
    await publicHandle().run(requestReset, { email: person.email });
    const reset = await mailedToken(person.email, "reset-password");
    await accountHandle(person).run(requestAddressChange, { email });
    expect((await accountHandle(person).run(showAccount, {})).email).toBe(person.email);
    const token = await mailedToken(email, "verify-address");
    expect(await publicHandle().run(confirmAddressChange, { token })).toEqual({ email });
    expect((await enter(email)).session).not.toBe("");
    expect((await enter(person.email)).session).toBe("");
    expect((await sentMails(person.email)).map((mail) => mail.template)).toContain("address-changed");
    await expect(publicHandle().run(confirmAddressChange, { token })).rejects.toMatchObject(dead);
    const late = publicHandle().run(resetPassword, { token: reset, newPassword: "a new password of mine" });
    await expect(late).rejects.toMatchObject(dead);
  });

  it("tells nobody whether an address is taken", async () => {
    const [person, taken] = [await createPerson(), await createPerson()];
    expect(await accountHandle(person).run(requestAddressChange, { email: taken.email })).toEqual({
      email: taken.email,
    });
    expect((await sentMails(taken.email)).map((mail) => mail.template)).toEqual(["address-already-known"]);
  });
});
