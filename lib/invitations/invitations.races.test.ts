import { expect, it } from "vitest";
import { accountHandle, addMember, createOrganization, createPerson, guard } from "@/lib/testing/world";
import { acceptInvitation, inviteByCode, revokeInvitation } from "./operations";
import { readSecret } from "./secret";

const rounds = 100;

it("lets exactly one of 50 people in with one code", { timeout: 600_000 }, async () => {
  const people = [];
  for (let n = 0; n < 50; n++) people.push(await createPerson());
  for (let round = 0; round < rounds; round++) {
    const organization = await createOrganization();
    const { code } = await organization.owner.handle.run(inviteByCode, {});
    const secret = readSecret(code)?.secret ?? "";
    const results = await Promise.allSettled(people.map((person) => accept(person, secret)));
    const joined = results.filter((result) => result.status === "fulfilled");
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason.reason] : []));
    expect(joined).toHaveLength(1);
    expect(new Set(refused)).toEqual(new Set(["invitation_dead"]));
    expect(
      await guard`select 1 from public.memberships where organization_id = ${organization.id} and role_key <> 'owner'`,
    ).toHaveLength(1);
  }
});

it("lets either revoking or accepting win, never both [S61]", { timeout: 600_000 }, async () => {
  const wins = { accept: 0, revoke: 0 };
  for (let round = 0; round < rounds; round++) {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const person = await createPerson();
    const { id, code } = await organization.owner.handle.run(inviteByCode, {});
    const secret = readSecret(code)?.secret ?? "";
    const pause = new Promise((done) => setTimeout(done, Math.random() * 4));
    const [accepted, revoked] = await Promise.allSettled([
      accept(person, secret),
      pause.then(() => admin.handle.run(revokeInvitation, { id })),
    ]);
    const members =
      await guard`select 1 from public.memberships where organization_id = ${organization.id} and user_id = ${person.userId}`;
    expect([accepted.status, revoked.status].sort()).toEqual(["fulfilled", "rejected"]);
    expect(members).toHaveLength(accepted.status === "fulfilled" ? 1 : 0);
    wins[accepted.status === "fulfilled" ? "accept" : "revoke"]++;
  }
  expect(wins.accept + wins.revoke).toBe(rounds);
});

function accept(person: Awaited<ReturnType<typeof createPerson>>, secret: string) {
  return accountHandle(person).run(acceptInvitation, { secret });
}
