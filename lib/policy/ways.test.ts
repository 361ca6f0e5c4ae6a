import { describe, expect, it } from "vitest";
import { confirmPassword } from "@/lib/access/confirm-password";
import { finishSignIn } from "@/lib/access/factor";
import { codeOf } from "@/lib/access/totp";
import { confirmAddressChange, requestAddressChange } from "@/lib/accounts/operations";
import { explainAccess } from "@/lib/explain/operations";
import { showMethods, unlink } from "@/lib/identities/operations";
import { encodeId } from "@/lib/ids";
import { listMembers } from "@/lib/members/operations";
import { age, enrolPerson, freeStep, noPolicy, sessionHandle } from "@/lib/testing/factors";
import { mailedToken } from "@/lib/testing/mails";
import { comeBackBy, goThere, issuer, signInBy, somebody } from "@/lib/testing/social";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  guard,
  type Member,
  type Person,
  publicHandle,
  request,
  testPassword,
} from "@/lib/testing/world";
import { readPolicy, updatePolicy } from "./operations";

type Organization = Awaited<ReturnType<typeof createOrganization>>;
const demand = (organization: Organization, change: object) =>
  organization.owner.handle.run(updatePolicy, { ...noPolicy, ...change });

it("a way to sign in that is not allowed opens nothing", async () => {
  const organization = await createOrganization();
  const member = await addMember(organization, { role: "admin" });
  await demand(organization, { signInWays: ["password"] });
  await member.handle.run(listMembers, {});
  await guard`update guard.sessions set method = 'google', own = true where user_id = ${member.userId}`;
  await expect(member.handle.run(listMembers, {})).rejects.toMatchObject({
    code: "policy",
    reason: "sign_in_way_refused",
    message: "This organization wants you to sign in with your password. You signed in with Google.",
  });
});

it("ways to sign in are not set over one's own head, and leave the owner the policy, on the record", async () => {
  const organization = await createOrganization();
  const { owner } = organization;
  const admin = await addMember(organization, { role: "admin" });
  const signInWays = ["google", "oidc"];
  await expect(demand(organization, { signInWays })).rejects.toMatchObject({ reason: "locks_out" });
  await admin.handle.run(listMembers, {});
  await demand(organization, { signInWays, despiteLockOut: true });
  const refused = { code: "policy", reason: "sign_in_way_refused" };
  for (const { handle } of [owner, admin]) await expect(handle.run(listMembers, {})).rejects.toMatchObject(refused);
  await expect(admin.handle.run(readPolicy, {})).rejects.toMatchObject({
    ...refused,
    message: "This organization wants you to sign in with Google or single sign-on. You signed in with your password.",
  });
  await age(owner, "11 minutes");
  await expect(owner.handle.run(readPolicy, {})).rejects.toMatchObject({ code: "confirm_password" });
  await confirmPassword(owner.handle, testPassword);
  expect((await owner.handle.run(readPolicy, {})).signInWays).toEqual(signInWays);
  await guard`update guard.sessions set method = 'oidc', own = true where user_id = ${admin.userId}`;
  await admin.handle.run(listMembers, {});
  await owner.handle.run(updatePolicy, noPolicy);
  await owner.handle.run(listMembers, {});
  const [drift] = await guard`select count(*)::int as n from guard.rights_drift()`;
  expect(drift?.n).toBe(0);
});

/** A member who entered by a session of a provider's. */
async function enteredBy(organization: Organization, person: Person, session: string): Promise<Member> {
  return addMember(organization, { role: "admin", person: { ...person, session } });
}

async function ownIdentity(): Promise<{ who: ReturnType<typeof somebody>; person: Person }> {
  const person = await createPerson();
  const who = { ...somebody(), email: person.email };
  await comeBackBy(await goThere(who, { person }));
  return { who, person };
}

const foreign = { code: "policy", reason: "sign_in_identity_refused" };

describe("an identity counts where it is the person's own", () => {
  it("of the address that the provider vouches for, and not one that somebody linked who knew the password", async () => {
    const organization = await createOrganization();
    const { who, person } = await ownIdentity();
    const member = await enteredBy(organization, person, await signInBy(who));
    const victim = await createPerson();
    const thief = somebody();
    await comeBackBy(await goThere(thief, { person: victim }));
    const other = await enteredBy(organization, victim, await signInBy(thief));
    await other.handle.run(listMembers, {});
    await demand(organization, { signInWays: ["oidc"], despiteLockOut: true });
    await member.handle.run(listMembers, {});
    await expect(other.handle.run(listMembers, {})).rejects.toMatchObject(foreign);
    expect(await explained(member, other)).toMatchObject({
      allowed: false,
      summary: "The organization does not count the account that was signed in with: nothing opens.",
    });
    expect(await explained(member, member)).toMatchObject({ allowed: true });
    await demand(organization, { signInWays: ["password"] });
    await expect(member.handle.run(listMembers, {})).rejects.toMatchObject({ reason: "sign_in_way_refused" });
  });

  it("while the address that was proved is both the provider's and the account's", async () => {
    const organization = await createOrganization();
    const { who, person } = await ownIdentity();
    const member = await enteredBy(organization, person, await signInBy(who));
    await demand(organization, { signInWays: ["oidc"], despiteLockOut: true });
    await member.handle.run(listMembers, {});
    await signInBy({ ...who, verified: false });
    await member.handle.run(listMembers, {});
    await signInBy({ ...who, email: "elsewhere@people.example" });
    await expect(member.handle.run(listMembers, {})).rejects.toMatchObject(foreign);
    await signInBy(who);
    await member.handle.run(listMembers, {});
    await guard`update public.users set email = ${`moved-${person.email}`} where id = ${person.userId}`;
    await expect(member.handle.run(listMembers, {})).rejects.toMatchObject(foreign);
  });

  it("and nobody makes a foreign one theirs by moving the account to its address", async () => {
    const organization = await createOrganization({ name: "Harbour Lines" });
    const victim = await createPerson();
    const thief = somebody();
    await addMember(organization, { person: victim });
    await demand(organization, { signInWays: ["oidc"], despiteLockOut: true });
    await expect(accountHandle(victim).run(requestAddressChange, { email: thief.email })).rejects.toMatchObject({
      code: "policy",
      reason: "sign_in_way_refused",
      message: expect.stringContaining("Harbour Lines"),
    });
    await guard`update public.organizations set sign_in_ways = null where id = ${organization.id}`;
    await accountHandle(victim).run(requestAddressChange, { email: thief.email });
    await publicHandle().run(confirmAddressChange, { token: await mailedToken(thief.email, "verify-address") });
  });

  it("survives the second factor and ends with its link", async () => {
    const { who, person } = await ownIdentity();
    const session = await signInBy(who);
    const [identity] = (await accountHandle(person).run(showMethods, {})).identities;
    const marks =
      await guard`select identity_id, issuer, own, ways from guard.sessions where hash = guard.secret_hash(${session})`;
    expect(marks).toEqual([{ identity_id: identity?.id, issuer, own: true, ways: ["oidc", `oidc ${issuer}`] }]);
    const { seed } = await enrolPerson(person);
    await freeStep(person);
    const half = { pending: await signInBy(who), code: codeOf(seed), mark: null };
    const finished = await finishSignIn(half, { ...request(), device: "Firefox on Linux" });
    const [mark] = await guard`select own, factor from guard.sessions where hash = guard.secret_hash(${finished})`;
    expect(mark).toEqual({ own: true, factor: "code" });
    await accountHandle(person).run(unlink, { id: identity?.id ?? "" });
    await expect(sessionHandle(session).run(showMethods, {})).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("issuers", () => {
  it("count where a policy names them, for its way only", async () => {
    const organization = await createOrganization();
    const { who, person } = await ownIdentity();
    const member = await enteredBy(organization, person, await signInBy(who));
    const byPassword = await addMember(organization, { role: "admin" });
    await demand(organization, { signInIssuers: [`${issuer}/`] });
    expect((await organization.owner.handle.run(readPolicy, {})).signInIssuers).toEqual([issuer]);
    for (const { handle } of [member, byPassword]) await handle.run(listMembers, {});
    await demand(organization, { signInIssuers: ["https://another.example"] });
    await byPassword.handle.run(listMembers, {});
    await expect(member.handle.run(listMembers, {})).rejects.toMatchObject({ reason: "sign_in_issuer_refused" });
    await expect(demand(organization, { signInIssuers: ["no issuer"] })).rejects.toMatchObject({ code: "invalid" });
    await expect(demandBy(member, {})).rejects.toMatchObject({ reason: "sign_in_issuer_refused" });
  });
});

const demandBy = (member: Member, change: object) => member.handle.run(updatePolicy, { ...noPolicy, ...change });

const explained = (by: Member, about: Member) =>
  by.handle.run(explainAccess, { permission: "members.view", member: encodeId("mem", about.membershipId) });
