import { describe, expect, it } from "vitest";
import { setUpOrganization } from "@/lib/organizations/operations";
import { accountHandle, addMember, createOrganization, createPerson, guard, unique } from "@/lib/testing/world";
import { dismissStep, viewOverview, viewRecent } from "./operations";

describe("overview", () => {
  it("counts members and requests of two periods, and only the organization's own", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const old = await addMember(a);
    await addMember(a);
    await addMember(b);
    await guard`update public.memberships set status = 'suspended' where id = ${old.membershipId}`;
    await guard`update public.memberships set joined_at = now() - interval '40 days' where id = ${old.membershipId}`;
    for (const [organization, days] of [
      [a.id, 1],
      [a.id, 45],
      [a.id, 90],
      [b.id, 1],
    ] as const)
      await guard`insert into public.registration_requests (organization_id, id, email, name, state, decided_at, closed_as, created_at)
        values (${organization}, guard.uuid7(), ${`${unique("asker")}@people.example`}, 'Asker', 'rejected', now(), 'rejected',
          now() - make_interval(days => ${days}))`;
    const seen = await a.owner.handle.run(viewOverview, {});
    expect(seen.members).toEqual({ total: 3, now: 2, before: 1 });
    expect(seen.requests).toEqual({ now: 1, before: 1 });
  });

  it("shows staff no numbers and nothing to set up", async () => {
    const staff = await addMember(await createOrganization(), { role: "staff" });
    expect(await staff.handle.run(viewOverview, {})).toEqual({
      members: null,
      requests: null,
      changes: null,
      steps: [],
    });
    await expect(staff.handle.run(viewRecent, {})).rejects.toMatchObject({ permission: "audit.view" });
  });

  it("marks steps by what was done, and puts one aside for everybody", async () => {
    const organization = await createOrganization();
    const steps = async () => (await organization.owner.handle.run(viewOverview, {})).steps;
    expect(await steps()).toEqual(["profile", "invite", "default_role", "key"].map((key) => ({ key, done: false })));
    await addMember(organization);
    await organization.owner.handle.run(dismissStep, { step: "key" });
    await organization.owner.handle.run(dismissStep, { step: "key" });
    expect(await steps()).toEqual([
      { key: "profile", done: false },
      { key: "invite", done: true },
      { key: "default_role", done: false },
    ]);
  });

  it("tells one request in one sentence", async () => {
    const person = await createPerson({ name: "Ada Founder" });
    const made = await accountHandle(person).run(setUpOrganization, {
      name: unique("Told"),
      company_name: "Told Ltd",
      industry: "freight",
      company_size: "1-10",
      city: "Gent",
      country: "BE",
      currency: "EUR",
    });
    const admin = await addMember({ id: made.organizationId, slug: made.slug }, { role: "admin" });
    const told = await admin.handle.run(viewRecent, {});
    expect(told.filter(({ did }) => did === "founded the organization")).toMatchObject([{ actor: "Ada Founder" }]);
  });
});
