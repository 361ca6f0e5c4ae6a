import { describe, expect, it } from "vitest";
import { appPool } from "@/db/connection";
import { finishSignIn } from "@/lib/access/factor";
import { codeOf } from "@/lib/access/totp";
import { listSessions, showAccount, signIn } from "@/lib/accounts/operations";
import { beginFactor } from "@/lib/factors/operations";
import { age, enrolPerson, sessionHandle } from "@/lib/testing/factors";
import { mailedToken, sentMails } from "@/lib/testing/mails";
import { comeBackBy, goThere, issuer, signInBy, somebody } from "@/lib/testing/social";
import {
  accountHandle,
  createPerson,
  guard,
  type Person,
  publicHandle,
  request,
  testPassword,
} from "@/lib/testing/world";
import {
  acceptIdentity,
  beginLink,
  confirmIdentity,
  mailIdentity,
  showMethods,
  showWaiting,
  unlink,
} from "./operations";

const identitiesOf = (subject: string) =>
  guard<{ user_id: string; email: string }[]>`select user_id, email from guard.identities where subject = ${subject}`;

async function waitingOf(who: ReturnType<typeof somebody>): Promise<string> {
  const arrival = await comeBackBy(await goThere(who));
  if (arrival.outcome !== "waiting") throw new Error(`not waiting but ${arrival.outcome}`);
  return arrival.secret;
}

async function personOf(session: string): Promise<Person> {
  const { id, name, email } = await sessionHandle(session).run(showAccount, {});
  return { userId: id, name, email, session };
}

describe("somebody new from a provider", () => {
  it("gets an account with the address that the provider vouches for, and is back with the same identity", async () => {
    const who = somebody();
    const person = await personOf(await signInBy(who));
    expect(person).toMatchObject({ email: who.email, name: "Thea There" });
    const [row] = await guard`select email_verified_at from public.users where id = ${person.userId}`;
    expect(row?.email_verified_at).not.toBeNull();
    const moved = { ...who, email: "moved@elsewhere.example" };
    expect(await personOf(await signInBy(moved))).toMatchObject({ userId: person.userId, email: who.email });
    const sessions = await accountHandle(person).run(listSessions, {});
    expect(sessions.map(({ method }) => method)).toEqual(["oidc", "oidc"]);
    const { passwordSince, identities } = await accountHandle(person).run(showMethods, {});
    expect(passwordSince).toBeNull();
    expect(identities).toMatchObject([{ provider: "oidc", email: moved.email }]);
    const entries = await guard<{ action: string; after: { method?: string } | null }[]>`
      select action, after from audit.entries where record_id = ${person.userId} and action like '%sign_in%' order by id`;
    expect(entries.map(({ action, after }) => `${action} ${after?.method}`)).toEqual([
      "sign_in_method_added oidc",
      "sign_in oidc",
      "sign_in oidc",
    ]);
  });

  it("is asked at the provider again for what matters, having no password", async () => {
    const person = await personOf(await signInBy(somebody()));
    await accountHandle(person).run(beginFactor, {});
    await age(person, "11 minutes");
    await expect(accountHandle(person).run(beginFactor, {})).rejects.toMatchObject({
      code: "confirm_password",
      reason: "provider",
    });
  });

  it("makes one account of two arrivals at once", async () => {
    const who = somebody();
    const ways = await Promise.all([goThere(who), goThere(who)]);
    const arrivals = await Promise.all(ways.map((way) => comeBackBy(way)));
    expect(arrivals.map(({ outcome }) => outcome)).toEqual(["signed_in", "signed_in"]);
    expect(await identitiesOf(who.sub)).toHaveLength(1);
  });

  it("is asked for the second factor", async () => {
    const who = somebody();
    const person = await personOf(await signInBy(who));
    await enrolPerson(person);
    expect(await signInBy(who)).toMatch(/^bp_/);
  });
});

describe("an address that has an account [S106]", () => {
  it("opens nothing by itself; its person signs in and links, with a fresh proof", async () => {
    const known = await createPerson();
    const who = { ...somebody(), email: known.email };
    const secret = await waitingOf(who);
    expect(await identitiesOf(who.sub)).toEqual([]);
    expect(await publicHandle().run(showWaiting, { identity: secret })).toMatchObject({ why: "address_known" });
    await age(known, "11 minutes");
    await expect(accountHandle(known).run(acceptIdentity, { identity: secret })).rejects.toMatchObject({
      code: "confirm_password",
    });
    const { session } = await publicHandle().run(signIn, { email: known.email, password: testPassword });
    await sessionHandle(session).run(acceptIdentity, { identity: secret });
    expect((await sentMails(known.email)).at(-1)).toMatchObject({ template: "sign-in-method" });
    expect(await personOf(await signInBy(who))).toMatchObject({ userId: known.userId });
    await expect(sessionHandle(session).run(acceptIdentity, { identity: secret })).rejects.toMatchObject({
      reason: "identity_over",
    });
  });

  it("stays closed to another subject with it, which is somebody else", async () => {
    const who = somebody();
    const first = await personOf(await signInBy(who));
    const other = { ...who, sub: `${who.sub}-other` };
    const secret = await waitingOf(other);
    expect(await publicHandle().run(showWaiting, { identity: secret })).toMatchObject({ why: "address_known" });
    expect(await identitiesOf(other.sub)).toEqual([]);
    await expect(accountHandle(first).run(acceptIdentity, { identity: secret })).rejects.toMatchObject({
      reason: "other_linked",
    });
  });

  it("is linked by whoever reads its mail, in the browser that came from there, and its person is told", async () => {
    const known = await createPerson();
    const who = { ...somebody(), email: known.email };
    const identity = await waitingOf(who);
    const elsewhere = await waitingOf({ ...somebody(), email: known.email });
    await publicHandle().run(mailIdentity, { identity, email: known.email });
    const token = await mailedToken(known.email, "confirm-identity");
    for (const wrong of [
      { identity: elsewhere, token },
      { identity, token: "guessed" },
      { identity: "", token },
    ])
      await expect(publicHandle().run(confirmIdentity, wrong)).rejects.toMatchObject({ reason: "identity_over" });
    const { session } = await publicHandle().run(confirmIdentity, { identity, token });
    expect(await personOf(session)).toMatchObject({ userId: known.userId });
    expect((await sentMails(known.email)).map(({ template }) => template)).toContain("sign-in-method");
    await expect(publicHandle().run(confirmIdentity, { identity, token })).rejects.toMatchObject({
      reason: "identity_over",
    });
  });

  it("is mailed to only at what the provider named", async () => {
    const identity = await waitingOf({ ...somebody(), verified: false });
    await expect(publicHandle().run(mailIdentity, { identity, email: "somebody@else.example" })).rejects.toMatchObject({
      reason: "identity_over",
    });
  });
});

describe("an address that the provider does not vouch for [S56]", () => {
  it("is answered alike, known here or not, and proved by mail", async () => {
    const known = await createPerson();
    const who = { ...somebody(), verified: false };
    const answers = [];
    for (const email of [known.email, who.email])
      answers.push({
        ...(await publicHandle().run(showWaiting, { identity: await waitingOf({ ...who, email }) })),
        email: "",
      });
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ why: "address_unverified" });
    const identity = await waitingOf(who);
    await publicHandle().run(mailIdentity, { identity, email: who.email });
    const token = await mailedToken(who.email, "confirm-identity");
    const { session } = await publicHandle().run(confirmIdentity, { identity, token });
    expect(await personOf(session)).toMatchObject({ email: who.email });
    expect(await personOf(await signInBy(who))).toMatchObject({ email: who.email });
  });

  it("is not needed to link; without one there is no mail", async () => {
    const person = await createPerson();
    const arrival = await comeBackBy(await goThere({ sub: "no-address-of-this-one" }));
    if (arrival.outcome !== "waiting") throw new Error(arrival.outcome);
    expect(await publicHandle().run(showWaiting, { identity: arrival.secret })).toMatchObject({
      why: "no_address",
      email: null,
    });
    await accountHandle(person).run(acceptIdentity, { identity: arrival.secret });
    expect(await identitiesOf("no-address-of-this-one")).toMatchObject([{ user_id: person.userId }]);
  });

  it("is GitHub's primary one, where GitHub confirmed it", async () => {
    const [confirmed, unconfirmed] = [somebody(), somebody()];
    const person = await personOf(await signInBy({ ...confirmed, sub: "4711" }, "github"));
    expect(person).toMatchObject({ email: confirmed.email, name: "octo" });
    const way = await goThere({ ...unconfirmed, sub: "4712", verified: false }, { provider: "github" });
    expect(await comeBackBy(way)).toMatchObject({ outcome: "waiting" });
    const [row] = await guard`select issuer, provider from guard.identities where subject = '4711'`;
    expect(row).toEqual({ issuer, provider: "github" });
  });
});

describe("linking from the account", () => {
  it("takes a fresh proof and the same session, and one identity of a provider", async () => {
    const [person, other] = [await createPerson(), await createPerson()];
    const who = somebody();
    expect(await comeBackBy({ ...(await goThere(who, { person })), session: other.session })).toEqual({
      outcome: "over",
    });
    expect(await comeBackBy({ ...(await goThere(who, { person })), session: "" })).toEqual({ outcome: "over" });
    expect(await comeBackBy(await goThere(who, { person }))).toEqual({ outcome: "linked" });
    expect(await comeBackBy(await goThere(who, { person }))).toEqual({ outcome: "linked" });
    expect(await comeBackBy(await goThere(who, { person: other }))).toEqual({ outcome: "taken" });
    expect(await comeBackBy(await goThere(somebody(), { person }))).toEqual({ outcome: "taken" });
    expect(await identitiesOf(who.sub)).toMatchObject([{ user_id: person.userId }]);
    await age(person, "11 minutes");
    await expect(accountHandle(person).run(beginLink, { provider: "oidc" })).rejects.toMatchObject({
      code: "confirm_password",
    });
  });

  it("is undone for a sign-in too that waits for its second factor", async () => {
    const [person, who] = [await createPerson(), somebody()];
    await comeBackBy(await goThere(who, { person }));
    const { seed } = await enrolPerson(person);
    const pending = await signInBy(who);
    const byPassword = await publicHandle().run(signIn, { email: person.email, password: testPassword });
    const { identities } = await accountHandle(person).run(showMethods, {});
    await accountHandle(person).run(unlink, { id: identities[0]?.id ?? "" });
    const finish = (half: string) =>
      finishSignIn({ pending: half, code: codeOf(seed), mark: null }, { ...request(), device: "Firefox on Linux" });
    await expect(finish(pending)).rejects.toMatchObject({ code: "unauthenticated" });
    await sessionHandle(await finish(byPassword.session)).run(showAccount, {});
  });

  it("is undone with a fresh proof, which ends what began with it; the last way stays", async () => {
    const who = somebody();
    const bare = await personOf(await signInBy(who));
    const idOf = async (person: Person) =>
      (await accountHandle(person).run(showMethods, {})).identities[0]?.id ?? crypto.randomUUID();
    await expect(accountHandle(bare).run(unlink, { id: await idOf(bare) })).rejects.toMatchObject({
      reason: "last_way",
    });
    const [person, other] = [await createPerson(), await createPerson()];
    const theirs = somebody();
    await comeBackBy(await goThere(theirs, { person }));
    const begun = await signInBy(theirs);
    const id = await idOf(person);
    await expect(accountHandle(other).run(unlink, { id })).rejects.toMatchObject({ code: "not_found" });
    await accountHandle(person).run(unlink, { id });
    await expect(sessionHandle(begun).run(showAccount, {})).rejects.toMatchObject({ code: "unauthenticated" });
    await accountHandle(person).run(showAccount, {});
    expect((await sentMails(person.email)).at(-1)?.props).toMatchObject({
      change: "removed",
      method: "single sign-on",
    });
    expect(await comeBackBy(await goThere(theirs))).not.toMatchObject({ outcome: "linked" });
    expect(await identitiesOf(theirs.sub)).not.toMatchObject([{ user_id: person.userId }]);
  });
});

it("nothing of it is in the application's reach", async () => {
  const person = await createPerson();
  const who = JSON.stringify({ issuer, subject: "forged", email: person.email, verified: true, name: "Eve" });
  for (const text of [
    "select * from guard.identities",
    `insert into guard.identities (id, issuer, subject, provider, user_id) values (gen_random_uuid(), 'i', 's', 'oidc', '${person.userId}')`,
    `update guard.identities set user_id = '${person.userId}'`,
    "select * from guard.provider_visits",
    "select * from guard.waiting_identities",
    `select guard.identity_arrived('', 'oidc', '${who}', '', '', '{}')`,
    "select guard.identity_failed('', 'oidc', '', '{}')",
    `select guard.add_identity('${person.userId}', 'oidc', '${who}', false, '{}')`,
    `select guard.let_wait('oidc', '${who}', 'address_known')`,
    "select guard.insert_visit('oidc', null)",
    `select guard.issue_session('${person.userId}', 'oidc', '', '{}')`,
  ])
    await expect(appPool().query(text), text).rejects.toMatchObject({ code: "42501" });
});
