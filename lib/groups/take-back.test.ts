import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { listAudit } from "@/lib/audit/operations";
import { decodeId } from "@/lib/ids";
import { viewMe } from "@/lib/me/operations";
import { listMembers } from "@/lib/members/operations";
import { testDatabase } from "@/lib/testing/database";
import { joinGroup, memberId } from "@/lib/testing/groups";
import { createKey, testKey } from "@/lib/testing/keys";
import {
  addMember,
  createOrganization,
  guard,
  keyHandle,
  type Member,
  type Organization,
  request,
} from "@/lib/testing/world";
import { assignInGroup, endGroup, listAssignments, takeBackInGroup } from "./operations";

const { app } = await testDatabase();
const sql = postgres(app, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

/** A head with an admin, two children, and somebody of the head who was assigned to both. */
async function world(roles = ["user"]) {
  const head = await createOrganization();
  const children = [await createOrganization(), await createOrganization()] as const;
  const links = [await joinGroup(head, children[0], { roles }), await joinGroup(head, children[1], { roles })] as const;
  const [admin, person] = [await addMember(head, { role: "admin" }), await addMember(head)];
  const member = memberId(person.membershipId);
  const [role = ""] = roles;
  await admin.handle.run(assignInGroup, { members: [member], targets: links.map((id) => ({ id, role })) });
  return { head, children, links, admin, person, member };
}

const isIn = async ({ id }: Organization, { userId }: Member) =>
  (await guard`select from public.memberships where organization_id = ${id} and user_id = ${userId}`).length === 1;

it("what the group gave is taken back, at once and on both records; what it did not give is not", async () => {
  const { head, children, links, admin, person, member } = await world();
  const own = await createOrganization();
  await joinGroup(head, own);
  await guard`select guard.join(${own.id}, ${person.userId}, 'user', 'seed', null)`;
  const seen = await admin.handle.run(listAssignments, { members: [member] });
  expect(seen.map(({ id, role }) => [id, role]).sort()).toEqual(links.map((id) => [id, "User"]).sort());
  const taken = await admin.handle.run(takeBackInGroup, { member, links: [links[0]] });
  expect(taken).toEqual({ done: true, results: [{ id: links[0], fault: null }] });
  expect([await isIn(children[0], person), await isIn(children[1], person), await isIn(own, person)]).toEqual([
    false,
    true,
    true,
  ]);
  for (const { owner } of [head, children[0]])
    expect((await owner.handle.run(listAudit, { operation: "group.take_back" })).data.length).toBeGreaterThan(0);
  const again = await admin.handle.run(takeBackInGroup, { member, links: [...links] });
  expect(again.done).toBe(false);
  expect(again.results.map(({ fault }) => fault).sort()).toEqual([null, "not_assigned"].sort());
  expect(await isIn(children[1], person)).toBe(true); // all or none
});

it("keys that they made there end too, whatever the child lets keys of others do, and its managers are told", async () => {
  const { children, links, admin, person, member } = await world();
  const [child] = children;
  await guard`update public.organizations set keys_outlive_makers = true where id = ${child.id}`;
  const [own] = await guard<{ id: string }[]>`
    select id from public.memberships where organization_id = ${child.id} and user_id = ${person.userId}`;
  const [theirs, others] = [testKey(), await createKey(child)];
  await guard`select guard.insert_key(${child.id}, ${own?.id ?? ""}, 'Head office', ${theirs},
    guard.permission_bits('{organization.view,shipments.view}'), null)`;
  await keyHandle(theirs).run(viewMe, {});
  await admin.handle.run(takeBackInGroup, { member, links: [links[0]] });
  await expect(keyHandle(theirs).run(viewMe, {})).rejects.toMatchObject({ code: "unauthenticated" });
  await keyHandle(others).run(viewMe, {});
  const [key] = await guard`select ended_as, maker_name from guard.api_keys where hash = guard.secret_hash(${theirs})`;
  expect(key).toEqual({ ended_as: "maker_left", maker_name: person.name });
  const [told] = await guard<{ body: string }[]>`select body from public.notices
    where organization_id = ${child.id} and user_id = ${child.owner.userId} and kind = 'member_left'`;
  expect(told?.body).toContain("An API key that they made ended.");
});

it("the child's rules hold: neither its owner, nor whom it gave more since, nor after the group ended", async () => {
  const { children, links, admin, person, member } = await world();
  const fault = async (link: string) =>
    (await admin.handle.run(takeBackInGroup, { member, links: [link] })).results[0]?.fault;
  await guard`update public.memberships set flags = '{act_orders}' where organization_id = ${children[0].id} and user_id = ${person.userId}`;
  expect(await fault(links[0])).toBe("holds_more");
  await guard.begin(async (transaction) => {
    await transaction`update public.memberships set role_key = 'admin' where organization_id = ${children[1].id} and role_key = 'owner'`;
    await transaction`update public.memberships set role_key = 'owner' where organization_id = ${children[1].id} and user_id = ${person.userId}`;
  });
  expect(await fault(links[1])).toBe("is_owner");
  await children[0].owner.handle.run(endGroup, { id: links[0] });
  expect(await fault(links[0])).toBe("not_in_group");
  expect([await isIn(children[0], person), await isIn(children[1], person)]).toEqual([true, true]);
});

it("no SQL takes from other organizations, from oneself, or without the permission", async () => {
  const { head, links, admin, person, member } = await world();
  const stranger = await createOrganization();
  const raw = ({ slug }: Organization, { hostSession }: Member, operation: string, of: string) =>
    sql.begin(async (transaction) => {
      await transaction`select guard.open(${hostSession}, ${slug}, null, ${operation}, ${transaction.json(request())})`;
      const [row] = await transaction<{ answer: { done: boolean } }[]>`
        select guard.take_back_in_group(${decodeId("mem", of) ?? ""}, ${links.map((id) => decodeId("grp", id) ?? "")}::uuid[]) as answer`;
      return row?.answer.done;
    });
  await expect(raw(stranger, stranger.owner, "group.take_back", member)).rejects.toMatchObject({
    detail: "member_unknown",
  });
  expect(await raw(head, admin, "group.take_back", memberId(head.owner.membershipId))).toBe(false);
  await expect(raw(head, admin, "group.take_back", memberId(admin.membershipId))).rejects.toMatchObject({
    detail: "self",
  });
  const buyer = await addMember(head, { role: "manager" });
  await expect(raw(head, buyer, "members.list", member)).rejects.toMatchObject({ code: "BE003" });
  expect(await raw(head, admin, "group.take_back", member)).toBe(true);
  await expect(person.handle.run(listMembers, {})).rejects.toMatchObject({ code: "forbidden" });
});

it("a role with power is given with a fresh proof alone", async () => {
  const head = await createOrganization();
  const link = await joinGroup(head, await createOrganization(), { roles: ["user", "admin"] });
  const [admin, person] = [await addMember(head, { role: "admin" }), await addMember(head)];
  const assign = (role: string) =>
    admin.handle.run(assignInGroup, { members: [memberId(person.membershipId)], targets: [{ id: link, role }] });
  await guard`update guard.sessions set confirmed_at = now() - interval '11 minutes' where user_id = ${admin.userId}`;
  await expect(assign("admin")).rejects.toMatchObject({ code: "confirm_password" });
  expect((await assign("user")).done).toBe(true);
  await guard`update guard.sessions set confirmed_at = now() where user_id = ${admin.userId}`;
  expect((await assign("admin")).done).toBe(true);
});

it("of two who take back at once, one does, and what a child gives meanwhile is kept or seen", async () => {
  for (let round = 0; round < 10; round += 1) {
    const { head, children, links, admin, person, member } = await world();
    const take = (by: Member, of: string[]) => by.handle.run(takeBackInGroup, { member, links: of });
    const answers = await Promise.all([take(admin, [...links]), take(head.owner, links.toReversed())]);
    expect(answers.filter(({ done }) => done)).toHaveLength(1);
    expect(answers.find(({ done }) => !done)?.results.map(({ fault }) => fault)).toEqual([
      "not_assigned",
      "not_assigned",
    ]);
    expect([await isIn(children[0], person), await isIn(children[1], person)]).toEqual([false, false]);
    const records =
      await guard`select 1 from audit.entries where organization_id = ${head.id} and action = 'group_taken_back'`;
    expect(records).toHaveLength(2);
  }
});
