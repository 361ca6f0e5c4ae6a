import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { inviteByCode, inviteMembers, listInvitations } from "@/lib/invitations/operations";
import { approveRegistration, approveRegistrations, findRegistration } from "@/lib/registrations/operations";
import { addBranch, place } from "@/lib/testing/branch-world";
import { testDatabase } from "@/lib/testing/database";
import {
  addMember,
  createOrganization,
  createPerson,
  guard,
  type Member,
  type Organization,
  request,
  unique,
} from "@/lib/testing/world";
import { archiveBranch } from "./operations";

const { app } = await testDatabase();
const sql = postgres(app, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

const brn = (id: string) => encodeId("brn", id);

/** North with a depot below it, South, and an admin of North. */
async function world() {
  const organization = await createOrganization();
  const tree = new Map<string, string | null>();
  const north = await addBranch(organization, tree, null);
  const depot = await addBranch(organization, tree, north);
  const south = await addBranch(organization, tree, null);
  const limited = await addMember(organization, { role: "admin" });
  await place(organization, limited, { role: "admin", all: false, given: [{ branch: north, role: null }] });
  return { organization, north, depot, south, limited };
}

async function asked({ id }: Organization, email: string): Promise<string> {
  const [row] = await guard<{ id: string }[]>`
    insert into public.registration_requests (organization_id, id, email, name, message)
    values (${id}, guard.uuid7(), ${email}, 'Ada Asker', '') returning id`;
  return row?.id ?? "";
}

/** Where the member of this address is: null for everywhere. */
async function placesOf({ id }: Organization, email: string): Promise<string[] | null | undefined> {
  const [row] = await guard<{ places: string[] | null }[]>`
    select guard.branches_of(organization_id, id) as places from public.memberships
    where organization_id = ${id} and email = ${email}`;
  return row?.places;
}

async function accept(organization: Organization, email: string): Promise<void> {
  const [invitation] = await guard<{ id: string }[]>`
    select id from guard.invitations where organization_id = ${organization.id} and email = ${email}`;
  await guard`select guard.use_invitation(${organization.id}, ${invitation?.id ?? ""}, id) from public.users where email = ${email}`;
}

describe("an invitation", () => {
  it("lets into the chosen branches, and elsewhere wherever its maker is", async () => {
    const { organization, depot, south, limited } = await world();
    const [one, other, third] = [await createPerson(), await createPerson(), await createPerson()];
    const { handle } = organization.owner;
    await handle.run(inviteMembers, { emails: [one.email], role: "user", branches: [brn(depot), brn(south)] });
    await handle.run(inviteMembers, { emails: [other.email], role: "user" });
    await limited.handle.run(inviteMembers, { emails: [third.email], role: "user", branches: [brn(depot)] });
    for (const { email } of [one, other, third]) await accept(organization, email);
    expect((await placesOf(organization, one.email))?.sort()).toEqual([depot, south].sort());
    expect(await placesOf(organization, other.email)).toBeNull();
    expect(await placesOf(organization, third.email)).toEqual([depot]);
  });

  it("of somebody of some branches leads to no other one, not by SQL either", async () => {
    const { organization, north, south, limited } = await world();
    const unknown = { reason: "branch_unknown" };
    const elsewhere = { role: "user", branches: [brn(south)] };
    await expect(limited.handle.run(inviteByCode, elsewhere)).rejects.toMatchObject(unknown);
    const raw = (branches: string[] | null) =>
      inside(organization, limited, "invitations.create_code", (transaction) => {
        const items = transaction.json([{ token: unique("token") }]);
        return transaction`select guard.create_invitations('code', 'user', null, ${items}, ${branches}::uuid[])`;
      });
    for (const branches of [[south], [north, south], [organization.id]])
      await expect(raw(branches)).rejects.toMatchObject({ detail: "branch_unknown" });
    await raw([north]);
    const { data } = await limited.handle.run(listInvitations, {});
    expect(data.map(({ branches }) => branches?.map(({ id }) => id))).toEqual([[brn(north)]]);
  });

  it("gives a role no higher than its maker holds in the chosen branches", async () => {
    const { organization, north, south } = await world();
    const member = await addMember(organization, { role: "user" });
    await guard`update public.memberships set flags = '{send_invites}' where id = ${member.membershipId}`;
    await place(organization, member, { role: "user", all: true, given: [{ branch: north, role: "member" }] });
    const invite = (branches: string[]) =>
      member.handle.run(inviteByCode, { role: "member", branches: branches.map(brn) });
    await expect(invite([])).rejects.toMatchObject({ code: "forbidden" });
    await expect(invite([south])).rejects.toMatchObject({ code: "forbidden" });
    await expect(invite([north, south])).rejects.toMatchObject({ code: "forbidden" });
    await invite([north]);
  });

  it("follows its branch into another one, and leads nowhere once its maker is not of it", async () => {
    const { organization, depot, south, north, limited } = await world();
    const [one, other] = [await createPerson(), await createPerson()];
    await limited.handle.run(inviteMembers, { emails: [one.email], role: "user", branches: [brn(depot)] });
    await organization.owner.handle.run(inviteMembers, {
      emails: [other.email],
      role: "user",
      branches: [brn(depot), brn(south)],
    });
    await organization.owner.handle.run(archiveBranch, { id: brn(depot), into: brn(south) });
    await accept(organization, other.email);
    expect(await placesOf(organization, other.email)).toEqual([south]);
    expect(north).not.toBe(south);
    await expect(accept(organization, one.email)).rejects.toMatchObject({ detail: "inviter_rights" });
  });
});

describe("an approval", () => {
  it("lets one or many into the chosen branches", async () => {
    const { organization, depot, south, limited } = await world();
    const people = [await createPerson(), await createPerson(), await createPerson()];
    const ids = await Promise.all(people.map(({ email }) => asked(organization, email)));
    const [first = "", ...rest] = ids.map((id) => encodeId("reg", id));
    await limited.handle.run(approveRegistration, { id: first, role: "user", branches: [brn(depot)] });
    await organization.owner.handle.run(approveRegistrations, {
      ids: rest,
      role: "user",
      branches: [brn(depot), brn(south)],
    });
    expect(await placesOf(organization, people[0]?.email ?? "")).toEqual([depot]);
    for (const { email } of people.slice(1))
      expect((await placesOf(organization, email))?.sort()).toEqual([depot, south].sort());
    const seen = await limited.handle.run(findRegistration, { id: rest[0] ?? "" });
    expect(seen.branches?.map(({ id }) => id)).toEqual([brn(depot)]); // South is of others
  });

  it("of somebody of some branches leads to no other one, not by SQL either", async () => {
    const { organization, depot, south, limited } = await world();
    const { email } = await createPerson();
    const id = await asked(organization, email);
    const raw = (branches: string[] | null) =>
      inside(organization, limited, "registration.approve", (transaction) => {
        return transaction`select guard.decide_registration(${id}, true, 'user', '', ${unique("t")}, 'x', ${branches}::uuid[])`;
      });
    for (const branches of [[south], [depot, south]])
      await expect(raw(branches)).rejects.toMatchObject({ detail: "branch_unknown" });
    expect(await placesOf(organization, email)).toBeUndefined();
    await raw([depot]);
    expect(await placesOf(organization, email)).toEqual([depot]);
  });

  it("that waits for an address keeps its branches", async () => {
    const { organization, depot } = await world();
    const email = `${unique("late")}@people.example`;
    const id = encodeId("reg", await asked(organization, email));
    await organization.owner.handle.run(approveRegistration, { id, role: "user", branches: [brn(depot)] });
    expect(await placesOf(organization, email)).toBeUndefined();
    await guard`select guard.create_user(${email}, 'Late Comer', '\\x00'::bytea, '{}', sha256('x'))`;
    expect(await placesOf(organization, email)).toEqual([depot]);
  });
});

function inside<T>(
  { slug }: Organization,
  { hostSession }: Member,
  operation: string,
  work: (transaction: postgres.TransactionSql) => Promise<T>,
) {
  return sql.begin(async (transaction) => {
    await transaction`select guard.open(${hostSession}, ${slug}, null, ${operation}, ${transaction.json(request())})`;
    return work(transaction);
  });
}
