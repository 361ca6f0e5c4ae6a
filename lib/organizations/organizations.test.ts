import { describe, expect, it } from "vitest";
import { listMembers } from "@/lib/members/operations";
import { viewShell } from "@/lib/shell/operations";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  guard,
  keyHandle,
  unique,
} from "@/lib/testing/world";
import { listMyOrganizations, setUpOrganization, suggestSlug } from "./operations";
import { slugOf } from "./slug";

function input(name: string) {
  return {
    name,
    company_name: `${name} Ltd`,
    industry: "parcel",
    company_size: "11-50",
    city: "Rotterdam",
    country: "NL",
    currency: "EUR",
    time_zone: "Europe/Amsterdam",
    role_template: "fleet",
  } as const;
}

describe("set-up", () => {
  it("makes organization, owner and key at once", async () => {
    const person = await createPerson();
    const name = unique("Quay");
    const made = await accountHandle(person).run(setUpOrganization, input(name));
    expect(made).toMatchObject({ created: true, slug: slugOf(name) });
    expect(await accountHandle(person).run(listMyOrganizations, {})).toMatchObject([
      { id: made.organizationId, name, roleKey: "owner", members: 1, requests: 0 },
    ]);
    const entries = await guard`select record_type from audit.entries where organization_id = ${made.organizationId}`;
    const types = entries.map((entry) => entry.record_type);
    expect(types).toEqual(expect.arrayContaining(["organizations", "roles", "memberships", "api_keys"]));
  });

  it("gives a key that opens this organization and no other", async () => {
    const [one, other] = await Promise.all([createPerson(), createPerson()]);
    const a = await accountHandle(one).run(setUpOrganization, input(unique("Alpha")));
    const b = await accountHandle(other).run(setUpOrganization, input(unique("Beta")));
    const seen = await keyHandle(a.key ?? "").run(listMembers, {});
    expect(JSON.stringify(seen)).toContain(one.email);
    expect(JSON.stringify(seen)).not.toContain(other.email);
    await expect(keyHandle(a.key ?? "", b.slug).run(listMembers, {})).rejects.toMatchObject({ code: "not_found" });
  });

  it("makes one of fifty at once, with one key [S69]", async () => {
    const person = await createPerson();
    const name = unique("Once");
    const made = await Promise.all(
      Array.from({ length: 50 }, () => accountHandle(person).run(setUpOrganization, input(name))),
    );
    expect(new Set(made.map(({ organizationId }) => organizationId)).size).toBe(1);
    expect(made.filter(({ created }) => created)).toHaveLength(1);
    expect(made.filter(({ key }) => key !== null)).toHaveLength(1);
    expect(await accountHandle(person).run(listMyOrganizations, {})).toHaveLength(1);
  });

  it("numbers twenty companies of one name that come at once [S69]", async () => {
    const name = unique("Same Name");
    const people = await Promise.all(Array.from({ length: 20 }, () => createPerson()));
    const made = await Promise.all(people.map((person) => accountHandle(person).run(setUpOrganization, input(name))));
    expect(made.map(({ slug }) => slug).sort()).toEqual(
      Array.from({ length: 20 }, (_, index) => (index === 0 ? slugOf(name) : `${slugOf(name)}-${index + 1}`)).sort(),
    );
  });

  it("finds the first one again, and refuses the name with other details", async () => {
    const person = await createPerson();
    const name = unique("Again");
    const first = await accountHandle(person).run(setUpOrganization, input(name));
    const second = await accountHandle(person).run(setUpOrganization, {
      ...input(name),
      name: `  ${name.toUpperCase()} `,
    });
    expect(second).toMatchObject({ organizationId: first.organizationId, slug: first.slug, created: false, key: null });
    await expect(
      accountHandle(person).run(setUpOrganization, { ...input(name), city: "Antwerp" }),
    ).rejects.toMatchObject({ code: "conflict", reason: "name_taken", fields: { name: [expect.any(String)] } });
  });

  it("refuses the name with another typed address, and never answers with the address that was not asked for", async () => {
    const person = await createPerson();
    const name = unique("Typed");
    const first = await accountHandle(person).run(setUpOrganization, { ...input(name), slug: unique("typed") });
    const typed = (slug: string) => accountHandle(person).run(setUpOrganization, { ...input(name), slug });
    await expect(typed(unique("other"))).rejects.toMatchObject({ code: "conflict", reason: "name_taken" });
    expect(await typed(first.slug)).toMatchObject({ organizationId: first.organizationId, created: false });
  });

  it("tells when a typed address is taken, and keeps nothing", async () => {
    const taken = await createOrganization();
    const person = await createPerson();
    await expect(
      accountHandle(person).run(setUpOrganization, { ...input(unique("Late")), slug: taken.slug }),
    ).rejects.toMatchObject({ code: "conflict", reason: "slug_taken", fields: { slug: [expect.any(String)] } });
    expect(await accountHandle(person).run(listMyOrganizations, {})).toEqual([]);
  });

  it.each(["api", "xn-foo", "a", "two--hyphens", "-edge", "UPPER space"])("refuses the address %s", async (slug) => {
    const person = await createPerson();
    await expect(accountHandle(person).run(setUpOrganization, { ...input(unique("Bad")), slug })).rejects.toMatchObject(
      { code: "invalid", fields: { slug: [expect.any(String)] } },
    );
  });

  it("refuses a time zone that the database does not know, by whatever way it comes", async () => {
    const made = createOrganization({ profile: { time_zone: "Mars/Olympus" } });
    await expect(made).rejects.toMatchObject({ code: "BE022", detail: "time_zone_unknown" });
  });

  it("refuses codes that do not exist", async () => {
    const person = await createPerson();
    const wrong = { ...input(unique("Codes")), country: "QQ", currency: "QQQ", time_zone: "Mars/Olympus" };
    await expect(accountHandle(person).run(setUpOrganization, wrong)).rejects.toMatchObject({
      fields: { country: [expect.any(String)], currency: [expect.any(String)], time_zone: [expect.any(String)] },
    });
  });

  it("previews the next free address", async () => {
    const organization = await createOrganization({ name: "Preview", slug: unique("preview") });
    const handle = accountHandle(await createPerson());
    expect(await handle.run(suggestSlug, { name: organization.slug })).toEqual({
      slug: `${organization.slug}-2`,
      free: true,
    });
    expect(await handle.run(suggestSlug, { slug: organization.slug })).toEqual({
      slug: organization.slug,
      free: false,
    });
  });
});

describe("the shell", () => {
  it("shows one organization, with what its member may open", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const staff = await addMember(a, { role: "staff" });
    const seen = await staff.handle.run(viewShell, {});
    expect(seen.organization).toMatchObject({ id: a.id, name: a.name });
    expect(seen.permissions).toEqual(["organization.view"]);
    expect(seen.waiting).toEqual({});
    expect(seen.organizations.map(({ id }) => id)).toEqual([a.id]);
    const owner = await a.owner.handle.run(viewShell, {});
    expect(owner.waiting).toMatchObject({
      requests: 0,
      invitations: 0,
      expiring: 0,
      failingMail: 0,
      failingWebhooks: 0,
    });
    expect(JSON.stringify(owner)).not.toContain(b.id);
  });
});
