import { describe, expect, it } from "vitest";
import { confirmPassword } from "@/lib/access/confirm-password";
import { requestReset, resetPassword, showAccount } from "@/lib/accounts/operations";
import { createKey } from "@/lib/keys/operations";
import { listMembers } from "@/lib/members/operations";
import { sessionHandle } from "@/lib/testing/factors";
import { mailedToken, sentMails } from "@/lib/testing/mails";
import { comeBackBy, goThere, signInBy, somebody } from "@/lib/testing/social";
import {
  createOrganization,
  createPerson,
  guard,
  keyHandle,
  type Person,
  publicHandle,
  unique,
} from "@/lib/testing/world";
import {
  acceptIdentity,
  confirmIdentity,
  keepWays,
  mailIdentity,
  showMethods,
  showWaiting,
  showWhatStays,
} from "./operations";

const newPassword = "another long password of theirs";

/** Chooses a new password by the mail. */
async function resetBy(person: Person) {
  await publicHandle().run(requestReset, { email: person.email });
  const token = await mailedToken(person.email, "reset-password");
  return publicHandle().run(resetPassword, { token, newPassword });
}

describe("after a new password by mail", () => {
  it("what was linked opens nothing until its person says that it stays, and the rest goes [S46]", async () => {
    const person = await createPerson();
    const own = { ...somebody(), email: person.email };
    await comeBackBy(await goThere(own, { person }));
    const foreign = unique("foreign");
    await guard`insert into guard.identities (id, issuer, subject, provider, user_id, email)
      values (guard.uuid7(), 'https://github.com', ${foreign}, 'github', ${person.userId}, 'eve@elsewhere.example')`;
    const { session } = await resetBy(person);
    const handle = sessionHandle(session);
    const arrival = await comeBackBy(await goThere(own));
    const identity = "secret" in arrival ? arrival.secret : "";
    expect(await publicHandle().run(showWaiting, { identity })).toMatchObject({ why: "doubted" });
    const { identities } = await handle.run(showWhatStays, {});
    expect(identities.map((each) => [each.provider, each.own])).toEqual([
      ["oidc", true],
      ["github", false],
    ]);
    const kept = identities.filter((each) => each.own).map(({ id }) => id);
    await expect(handle.run(keepWays, { ways: kept })).rejects.toMatchObject({ code: "confirm_password" });
    await confirmPassword(handle, newPassword);
    const fresh = sessionHandle(handle.renewed ?? "");
    await fresh.run(keepWays, { ways: kept });
    expect((await fresh.run(showMethods, {})).identities).toMatchObject([{ provider: "oidc", doubted: false }]);
    expect(await sessionHandle(await signInBy(own)).run(showAccount, {})).toMatchObject({ id: person.userId });
    expect(await guard`select 1 from guard.identities where subject = ${foreign}`).toEqual([]);
    expect(await sentMails(person.email)).toContainEqual(
      expect.objectContaining({
        template: "sign-in-method",
        props: expect.objectContaining({ change: "removed", method: "GitHub" }),
      }),
    );
  });

  it("a linked way comes back by the password alone, with a fresh proof", async () => {
    const person = await createPerson();
    const who = { ...somebody(), email: person.email };
    await comeBackBy(await goThere(who, { person }));
    const { session } = await resetBy(person);
    const arrival = await comeBackBy(await goThere(who));
    const identity = "secret" in arrival ? arrival.secret : "";
    const handle = sessionHandle(session);
    await expect(handle.run(acceptIdentity, { identity })).rejects.toMatchObject({ code: "confirm_password" });
    await confirmPassword(handle, newPassword);
    await sessionHandle(handle.renewed ?? "").run(acceptIdentity, { identity });
    expect(await sessionHandle(await signInBy(who)).run(showAccount, {})).toMatchObject({ id: person.userId });
  });

  it("a link that was mailed before and not followed yet adds no way in [S46]", async () => {
    const person = await createPerson();
    const arrival = await comeBackBy(await goThere({ ...somebody(), email: person.email, verified: false }));
    const identity = "secret" in arrival ? arrival.secret : "";
    await publicHandle().run(mailIdentity, { identity, email: person.email });
    const token = await mailedToken(person.email, "confirm-identity");
    await resetBy(person);
    await expect(publicHandle().run(confirmIdentity, { identity, token })).rejects.toMatchObject({
      reason: "identity_over",
    });
    expect(await guard`select 1 from guard.identities where user_id = ${person.userId}`).toEqual([]);
  });

  it("lists the keys that they made, and ends those that are named, and nobody else's", async () => {
    const organization = await createOrganization();
    const other = await createOrganization();
    const { owner } = organization;
    const make = async (of: typeof organization, label: string) => of.owner.handle.run(createKey, { label });
    const [scanner, till, theirs] = [
      await make(organization, "Scanner"),
      await make(organization, "Till"),
      await make(other, "Theirs"),
    ];
    const { session } = await resetBy(owner);
    const handle = sessionHandle(session);
    const { keys } = await handle.run(showWhatStays, {});
    expect(keys.map(({ label, organization: name }) => [label, name])).toEqual([
      ["Scanner", organization.name],
      ["Till", organization.name],
    ]);
    await confirmPassword(handle, newPassword);
    await sessionHandle(handle.renewed ?? "").run(keepWays, { endKeys: [scanner.id, theirs.id] });
    await expect(keyHandle(scanner.key).run(listMembers, {})).rejects.toMatchObject({ reason: "key_revoked" });
    await keyHandle(till.key).run(listMembers, {});
    await keyHandle(theirs.key).run(listMembers, {});
    const [entry] = await guard`select actor_user_id, operation from audit.entries
      where organization_id = ${organization.id} and record_type = 'api_keys' and action = 'update' order by id desc limit 1`;
    expect(entry).toEqual({ actor_user_id: owner.userId, operation: "account.keep_ways" });
  });
});
