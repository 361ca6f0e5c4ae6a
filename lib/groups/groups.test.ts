import { describe, expect, it } from "vitest";
import { listAudit } from "@/lib/audit/operations";
import { customers } from "@/lib/customers/resource";
import { decodeId } from "@/lib/ids";
import { listMembers, removeMember } from "@/lib/members/operations";
import { listNotices } from "@/lib/notices/operations";
import { viewShell } from "@/lib/shell/operations";
import { createShipment } from "@/lib/shipments/operations";
import { joinGroup, memberId } from "@/lib/testing/groups";
import { someShipment } from "@/lib/testing/work-records";
import { addMember, createOrganization, guard, type Member, type Organization } from "@/lib/testing/world";
import { acceptGroup, assignInGroup, endGroup, requestGroup, shareWithGroup, viewGroup } from "./operations";

const see = (who: Member) => who.handle.run(viewGroup, {});
const ask = (parent: Organization, child: Organization) =>
  parent.owner.handle.run(requestGroup, { slug: child.slug, note: "One house" });

describe("an agreement", () => {
  it("is asked for, accepted with a fresh password, and on both records [S105]", async () => {
    const [head, child] = [await createOrganization(), await createOrganization()];
    const { id } = await ask(head, child);
    expect((await see(child.owner)).asked_us).toMatchObject([{ id, name: head.name, note: "One house" }]);
    expect((await see(head.owner)).children).toEqual([]);
    expect((await child.owner.handle.run(listNotices, {})).data).toMatchObject([{ kind: "group", path: "/group" }]);
    const accept = () => child.owner.handle.run(acceptGroup, { id, figures: ["members"], roles: ["user"] });
    await guard`update guard.sessions set confirmed_at = now() - interval '11 minutes' where user_id = ${child.owner.userId}`;
    await expect(accept()).rejects.toMatchObject({ code: "confirm_password" });
    await guard`update guard.sessions set confirmed_at = now() where user_id = ${child.owner.userId}`;
    await accept();
    await expect(accept()).rejects.toMatchObject({ code: "not_found" });
    expect((await see(head.owner)).children).toMatchObject([
      { id, slug: child.slug, figures: { members: 1 }, roles: [{ key: "user", name: "User" }] },
    ]);
    expect((await see(child.owner)).parent).toMatchObject({ id, slug: head.slug, figures: ["members"] });
    for (const { owner } of [head, child])
      expect((await owner.handle.run(listAudit, { operation: "group.accept" })).data.length).toBeGreaterThan(0);
  });

  it("tells nobody whether an organization exists", async () => {
    const [head, child] = [await createOrganization(), await createOrganization()];
    const real = await head.owner.handle.run(requestGroup, { slug: child.slug });
    const none = await head.owner.handle.run(requestGroup, { slug: `no-${child.slug}`.slice(0, 40) });
    expect(Object.keys(real)).toEqual(Object.keys(none));
    const { asked } = await see(head.owner);
    expect(asked).toHaveLength(2);
    expect(JSON.stringify(asked)).not.toContain(child.name);
    await expect(head.owner.handle.run(requestGroup, { slug: child.slug })).rejects.toMatchObject({
      reason: "asked_already",
    });
    await expect(head.owner.handle.run(requestGroup, { slug: `no-${child.slug}`.slice(0, 40) })).rejects.toMatchObject({
      reason: "asked_already",
    });
  });

  it("is one level deep, without circles, also when both accept at once", async () => {
    for (let round = 0; round < 20; round += 1) {
      const [a, b] = [await createOrganization(), await createOrganization()];
      const [toB, toA] = [await ask(a, b), await ask(b, a)];
      const terms = { figures: [], roles: [] };
      const both = await Promise.allSettled([
        b.owner.handle.run(acceptGroup, { id: toB.id, ...terms }),
        a.owner.handle.run(acceptGroup, { id: toA.id, ...terms }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
    const [a, b, c] = [await createOrganization(), await createOrganization(), await createOrganization()];
    await joinGroup(a, b);
    await expect(ask(b, c)).rejects.toMatchObject({ reason: "has_parent" });
    const { id } = await ask(c, a);
    await expect(a.owner.handle.run(acceptGroup, { id, figures: [], roles: [] })).rejects.toMatchObject({
      reason: "has_children",
    });
    const other = await ask(c, b);
    await expect(b.owner.handle.run(acceptGroup, { id: other.id, figures: [], roles: [] })).rejects.toMatchObject({
      reason: "has_parent",
    });
  });

  it("never lets the head give the owner's role, nor more than the one who agrees holds", async () => {
    const [head, child] = [await createOrganization(), await createOrganization()];
    const { id } = await ask(head, child);
    const owner = child.owner.handle.run(acceptGroup, { id, figures: [], roles: ["owner"] });
    await expect(owner).rejects.toMatchObject({ reason: "owner_by_transfer" });
    const none = child.owner.handle.run(acceptGroup, { id, figures: [], roles: ["no-such-role"] });
    await expect(none).rejects.toMatchObject({ reason: "role_unknown" });
    await guard`insert into public.roles (organization_id, id, key, name, permissions)
      values (${child.id}, guard.uuid7(), 'clerk', 'Clerk', '{settings.manage,settings.view}')`;
    const clerk = await addMember(child, { role: "clerk" });
    await expect(clerk.handle.run(acceptGroup, { id, figures: [], roles: ["user"] })).rejects.toMatchObject({
      reason: "above_own_rights",
    });
    await clerk.handle.run(acceptGroup, { id, figures: ["orders"], roles: [] });
  });

  it("is ended by either side, and by nobody else", async () => {
    const [head, child, stranger] = [
      await createOrganization(),
      await createOrganization(),
      await createOrganization(),
    ];
    const first = await joinGroup(head, child, { figures: ["members"] });
    await expect(stranger.owner.handle.run(endGroup, { id: first })).rejects.toMatchObject({ code: "not_found" });
    await child.owner.handle.run(endGroup, { id: first });
    expect((await see(head.owner)).children).toEqual([]);
    expect((await head.owner.handle.run(listNotices, {})).data[0]?.title).toBe(`${child.name} left your group`);
    const second = await joinGroup(head, child);
    await head.owner.handle.run(endGroup, { id: second });
    expect((await see(child.owner)).parent).toBeNull();
    const asked = await ask(head, child);
    await child.owner.handle.run(endGroup, { id: asked.id });
    expect((await see(head.owner)).asked).toEqual([]);
  });
});

describe("the head reads figures and nothing else", () => {
  it("each only while the child agrees to it", async () => {
    const [head, child] = [await createOrganization(), await createOrganization()];
    await addMember(child);
    await child.owner.handle.run(createShipment, someShipment);
    await joinGroup(head, child, { figures: ["members", "shipments"] });
    expect((await see(head.owner)).children[0]?.figures).toEqual({ members: 2, shipments: 1 });
    await child.owner.handle.run(shareWithGroup, { figures: ["orders"], roles: [] });
    expect((await see(head.owner)).children[0]).toMatchObject({ figures: { orders: 0 }, roles: [] });
  });

  it("no row of the child, and the child no row of the head [S96]", async () => {
    const [head, child] = [await createOrganization(), await createOrganization()];
    const all = ["members", "requests", "invitations", "shipments", "orders"];
    await joinGroup(head, child, { figures: all, roles: ["admin"] });
    await child.owner.handle.run(customers.operations.create, { name: "Only the child's", kind: "company" });
    await head.owner.handle.run(customers.operations.create, { name: "Only the head's", kind: "company" });
    const seen = await Promise.all([
      head.owner.handle.run(customers.operations.list, {}),
      head.owner.handle.run(listMembers, {}),
      head.owner.handle.run(listAudit, { limit: 100 }),
    ]);
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`Only the child's|${child.owner.email}`));
    const group = await see(head.owner);
    expect(Object.keys(group.children[0]?.figures ?? {}).sort()).toEqual([...all].sort());
    expect(JSON.stringify(await see(child.owner))).not.toContain(head.owner.email);
    expect((await child.owner.handle.run(customers.operations.list, {})).data).toHaveLength(1);
  });
});

describe("people are assigned", () => {
  const assign = (head: Organization, people: Member[], targets: { id: string; role: string }[], as = head.owner) =>
    as.handle.run(assignInGroup, { members: people.map((each) => memberId(each.membershipId)), targets });

  async function world() {
    const [head, one, two] = [await createOrganization(), await createOrganization(), await createOrganization()];
    const links = [
      await joinGroup(head, one, { roles: ["user", "driver"] }),
      await joinGroup(head, two, { roles: ["user"] }),
    ];
    return { head, one, two, first: links[0] ?? "", second: links[1] ?? "" };
  }

  it("to several children in one act, as ordinary members whom the child can remove", async () => {
    const { head, one, two, first, second } = await world();
    const [maria, omar] = [await addMember(head), await addMember(head)];
    await addMember(two, { person: omar, role: "dispatcher" });
    const done = await assign(
      head,
      [maria, omar],
      [
        { id: first, role: "driver" },
        { id: second, role: "user" },
      ],
    );
    expect(done.done).toBe(true);
    expect(done.results).toEqual(
      expect.arrayContaining([
        { id: first, fault: null, joined: 2, already: 0 },
        { id: second, fault: null, joined: 1, already: 1 },
      ]),
    );
    const rows = await guard`select organization_id, user_id, role_key, origin from public.memberships
      where user_id in (${maria.userId}, ${omar.userId}) and organization_id in (${one.id}, ${two.id})`;
    const of = (organization: Organization, who: Member) =>
      rows.find((row) => row.organization_id === organization.id && row.user_id === who.userId);
    expect(of(one, maria)).toMatchObject({ role_key: "driver", origin: "group" });
    expect(of(two, omar)).toMatchObject({ role_key: "dispatcher", origin: "seed" });
    const seen = (await one.owner.handle.run(listMembers, {})).data.find(({ email }) => email === maria.email);
    await one.owner.handle.run(removeMember, { id: seen?.id ?? "" });
    const trail = (await one.owner.handle.run(listAudit, { operation: "group.assign" })).data;
    expect(trail).toEqual(
      expect.arrayContaining([expect.objectContaining({ actor: expect.stringContaining(head.owner.email) })]),
    );
    expect((await head.owner.handle.run(listAudit, { operation: "group.assign" })).data).toHaveLength(3);
  });

  it("all or nobody, with the reason for each organization", async () => {
    const { head, one, first, second } = await world();
    const maria = await addMember(head);
    const answer = await assign(
      head,
      [maria],
      [
        { id: first, role: "driver" },
        { id: second, role: "driver" },
      ],
    );
    expect(answer.done).toBe(false);
    expect(answer.results).toEqual(
      expect.arrayContaining([
        { id: first, fault: null, joined: 0, already: 0 },
        { id: second, fault: "role_not_agreed", joined: 0, already: 0 },
      ]),
    );
    expect(
      await guard`select 1 from public.memberships where organization_id = ${one.id} and user_id = ${maria.userId}`,
    ).toEqual([]);
  });

  it("never above the assigner's own rights, nor above what the child agreed to", async () => {
    const { head, one, first } = await world();
    const maria = await addMember(head);
    await guard`update guard.group_links set role_keys = '{admin,user}', ceiling = guard.role_rights(${one.id}, 'admin')
      where id = ${decodeId("grp", first) ?? ""}`;
    await guard`insert into public.roles (organization_id, id, key, name, permissions)
      values (${head.id}, guard.uuid7(), 'clerk', 'Clerk', '{members.invite,members.set_role,shipments.view}')`;
    const clerk = await addMember(head, { role: "clerk" });
    const tried = await assign(head, [maria], [{ id: first, role: "admin" }], clerk);
    expect(tried.results).toMatchObject([{ fault: "above_own_rights" }]);
    await guard`insert into public.roles (organization_id, id, key, name, permissions)
      values (${one.id}, guard.uuid7(), 'grows', 'Grows', '{shipments.view}')`;
    await one.owner.handle.run(shareWithGroup, { figures: [], roles: ["grows"] });
    await guard`update public.roles set permissions = '{shipments.view,keys.manage}'
      where organization_id = ${one.id} and key = 'grows'`;
    expect((await assign(head, [maria], [{ id: first, role: "grows" }])).results).toMatchObject([
      { fault: "role_grew" },
    ]);
  });

  it("by those who hold both permissions, never themselves, never strangers", async () => {
    const { head, one, first, second } = await world();
    const admin = await addMember(head, { role: "admin" });
    const inviter = await addMember(head, { role: "staff", flags: ["send_invites"] });
    const target = [{ id: first, role: "user" }];
    await expect(assign(head, [admin], target, admin)).rejects.toMatchObject({ reason: "self" });
    await expect(assign(head, [admin], target, inviter)).rejects.toMatchObject({ permission: "members.set_role" });
    await expect(assign(head, [one.owner], target)).rejects.toMatchObject({ code: "not_found" });
    const foreign = await createOrganization();
    const tried = await foreign.owner.handle.run(assignInGroup, {
      members: [memberId((await addMember(foreign)).membershipId)],
      targets: [{ id: second, role: "user" }],
    });
    expect(tried).toMatchObject({ done: false, results: [{ fault: "not_in_group" }] });
  });

  it("not any more once the child has left, also when both happen at once", async () => {
    for (let round = 0; round < 20; round += 1) {
      const [head, child] = [await createOrganization(), await createOrganization()];
      const link = await joinGroup(head, child);
      const maria = await addMember(head);
      const [assigned, left] = await Promise.allSettled([
        assign(head, [maria], [{ id: link, role: "user" }]),
        child.owner.handle.run(endGroup, { id: link }),
      ]);
      expect([assigned.status, left.status]).toEqual(["fulfilled", "fulfilled"]);
      const [row] = await guard`select m.joined_at <= l.ended_at as before from guard.group_links l
        left join public.memberships m on m.organization_id = l.child_id and m.user_id = ${maria.userId}
        where l.id = ${decodeId("grp", link) ?? ""}`;
      const joined = assigned.status === "fulfilled" && assigned.value.done;
      expect(row?.before ?? null).toBe(joined ? true : null);
    }
  });

  it("once, whoever assigns them at the same time to the same organizations", async () => {
    const { head, one, two, first, second } = await world();
    const admin = await addMember(head, { role: "admin" });
    for (let round = 0; round < 10; round += 1) {
      const people = await Promise.all([addMember(head), addMember(head)]);
      const answers = await Promise.all([
        assign(
          head,
          people,
          [first, second].map((id) => ({ id, role: "user" })),
        ),
        assign(
          head,
          people.toReversed(),
          [second, first].map((id) => ({ id, role: "user" })),
          admin,
        ),
      ]);
      const counted = answers.flatMap(({ results }) => results);
      expect(counted.reduce((sum, { joined }) => sum + joined, 0)).toBe(4);
      expect(counted.reduce((sum, { already }) => sum + already, 0)).toBe(4);
      const [row] = await guard`select count(*)::int as n from guard.group_assignments
        where organization_id in (${one.id}, ${two.id}) and user_id = any (${people.map(({ userId }) => userId)})`;
      expect(row?.n).toBe(4);
    }
    const [told] = await guard<{ title: string }[]>`select title from public.notices
      where organization_id = ${one.id} and kind = 'member_joined' limit 1`;
    expect(told?.title).toBe("Maria Tester and Maria Tester joined");
  });

  it("and find the child under its head in the switcher", async () => {
    const { head, one, first } = await world();
    const maria = await addMember(head);
    await assign(head, [maria], [{ id: first, role: "user" }]);
    const shell = await maria.handle.run(viewShell, {});
    const mine = Object.fromEntries(shell.organizations.map(({ id, parentId }) => [id, parentId]));
    expect(mine).toEqual({ [head.id]: null, [one.id]: head.id });
  });
});
