import { describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import type { Member, Organization } from "@/lib/testing/world";
import { addMember, createOrganization, createPerson, guard } from "@/lib/testing/world";
import {
  countPeople,
  findMember,
  listMemberActivity,
  listMembers,
  listRoleChoices,
  removeMember,
  restoreMember,
  setMemberFlags,
  setMemberRole,
  suspendMember,
} from "./operations";

const idOf = (member: Member) => encodeId("mem", member.membershipId);
const named = (organization: Organization, name: string, role = "user") =>
  createPerson({ name }).then((person) => addMember(organization, { person, role }));

describe("the list", () => {
  it("shows only the organization's own", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const admin = await addMember(a, { role: "admin" });
    const stranger = await addMember(b);
    const seen = await admin.handle.run(listMembers, {});
    expect(seen.data.map((member) => member.email).sort()).toEqual([admin.email, a.owner.email].sort());
    expect(JSON.stringify(seen)).not.toContain(stranger.email);
  });

  it("refuses who may not see members", async () => {
    const staff = await addMember(await createOrganization(), { role: "staff" });
    await expect(staff.handle.run(listMembers, {})).rejects.toMatchObject({
      code: "forbidden",
      permission: "members.view",
    });
  });

  it("pages through every order without losing or repeating anybody", async () => {
    const organization = await createOrganization();
    const names = ["Zoe", "anna", "Bea", "bea", "Carl", "Dan"];
    for (const name of names) await named(organization, name);
    for (const sort of ["name", "-name", "role", "-role", "joined", "-joined", "active", "-active"] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const found: { data: { id: string }[]; next_cursor: string | null } = await organization.owner.handle.run(
          listMembers,
          { sort, limit: 2, cursor },
        );
        seen.push(...found.data.map((member) => member.id));
        cursor = found.next_cursor ?? undefined;
      } while (cursor);
      expect(new Set(seen).size, sort).toBe(7);
      expect(seen.length, sort).toBe(7);
    }
    const byName = await organization.owner.handle.run(listMembers, { sort: "name" });
    expect(byName.data.map((member) => member.name.toLowerCase())).toEqual([
      "anna",
      "bea",
      "bea",
      "carl",
      "dan",
      "olga owner",
      "zoe",
    ]);
  });

  it("searches and filters", async () => {
    const organization = await createOrganization();
    const mia = await named(organization, "Mia 100%", "driver");
    await named(organization, "Noah");
    const { owner } = organization;
    const names = async (input: object) =>
      (await owner.handle.run(listMembers, input)).data.map((member) => member.name);
    expect(await names({ q: "mia" })).toEqual(["Mia 100%"]);
    expect(await names({ q: "0%" })).toEqual(["Mia 100%"]);
    expect(await names({ q: "%" })).toEqual(["Mia 100%"]);
    expect(await names({ q: mia.email.toUpperCase() })).toEqual(["Mia 100%"]);
    expect(await names({ role: "ROLE_DRIVER,owner" })).toEqual(["Mia 100%", "Olga Owner"]);
    await owner.handle.run(suspendMember, { id: idOf(mia) });
    expect(await names({ status: "suspended" })).toEqual(["Mia 100%"]);
  });

  it("refuses a cursor of another order, filter or organization, and a made-up one", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    for (const organization of [a, b]) await addMember(organization);
    const { next_cursor } = await a.owner.handle.run(listMembers, { limit: 1 });
    const cursor = next_cursor ?? "";
    const bad = { code: "invalid", status: 422, reason: "bad_cursor" };
    for (const input of [
      { cursor, sort: "-name" },
      { cursor, q: "a" },
      { cursor: "1" },
      { cursor: cursor.slice(0, -3) },
    ])
      await expect(a.owner.handle.run(listMembers, input)).rejects.toMatchObject(bad);
    await expect(b.owner.handle.run(listMembers, { cursor, limit: 1 })).rejects.toMatchObject(bad);
    await expect(a.owner.handle.run(listMembers, { cursor, limit: 1 })).resolves.toMatchObject({ next_cursor: null });
    await expect(a.owner.handle.run(listMembers, { limit: 1e9 })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("changes", () => {
  it("writes role, flags and status with one audit entry each, felt on the next request [S46]", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const user = await addMember(organization);
    const id = idOf(user);
    await expect(user.handle.run(listMembers, {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(admin.handle.run(setMemberRole, { id, role: "manager" })).resolves.toMatchObject({
      roleKey: "manager",
      roleName: "Manager",
    });
    await user.handle.run(listMembers, {});
    await admin.handle.run(setMemberFlags, { id, flags: ["send_invites", "view_orders"] });
    await admin.handle.run(suspendMember, { id });
    await expect(user.handle.run(listMembers, {})).rejects.toMatchObject({ code: "not_found" });
    await admin.handle.run(restoreMember, { id });
    await user.handle.run(listMembers, {});
    await admin.handle.run(removeMember, { id });
    await expect(user.handle.run(listMembers, {})).rejects.toMatchObject({ code: "not_found" });
    const entries = await guard`select operation, action, actor_user_id, after from audit.entries
      where record_id = ${user.membershipId} and operation <> 'system' order by id`;
    expect(entries.map((entry) => [entry.operation, entry.action])).toEqual([
      ["members.set_role", "update"],
      ["members.set_flags", "update"],
      ["members.suspend", "update"],
      ["members.restore", "update"],
      ["members.remove", "delete"],
    ]);
    expect(entries.every((entry) => entry.actor_user_id === admin.userId)).toBe(true);
    expect(entries[0]?.after).toEqual({ role_key: "manager" });
  });

  it("protects the owner, oneself, and who holds more", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const developer = await addMember(organization, { role: "developer", flags: ["manage_permissions"] });
    const user = await addMember(organization);
    const refused = async (run: Promise<unknown>, reason: string) => expect(run).rejects.toMatchObject({ reason });
    await refused(admin.handle.run(setMemberRole, { id: idOf(organization.owner), role: "user" }), "owner_protected");
    await refused(admin.handle.run(suspendMember, { id: idOf(organization.owner) }), "owner_protected");
    await refused(admin.handle.run(removeMember, { id: idOf(organization.owner) }), "owner_protected");
    await refused(admin.handle.run(setMemberRole, { id: idOf(admin), role: "user" }), "self");
    await refused(admin.handle.run(removeMember, { id: idOf(admin) }), "self");
    await refused(admin.handle.run(setMemberRole, { id: idOf(user), role: "owner" }), "owner_by_transfer");
    await refused(organization.owner.handle.run(setMemberRole, { id: idOf(user), role: "nobody" }), "role_unknown");
    await refused(developer.handle.run(setMemberFlags, { id: idOf(user), flags: ["view_assets"] }), "above_own_rights");
    await refused(developer.handle.run(setMemberFlags, { id: idOf(admin), flags: [] }), "above_own_rights");
    await refused(developer.handle.run(setMemberFlags, { id: idOf(developer), flags: [] }), "self");
    await refused(developer.handle.run(setMemberRole, { id: idOf(user), role: "staff" }), "permission_missing");
  });

  it("says beside each row what the acting person may do, and else why not", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const manager = await addMember(organization, { role: "manager" });
    const reasons = async (viewer: Member) =>
      Object.fromEntries(
        (await viewer.handle.run(listMembers, {})).data.map((row) => [
          row.roleKey,
          [row.abilities.setRole, row.abilities.remove].map((verdict) => (verdict.allowed ? "yes" : verdict.reason)),
        ]),
      );
    expect(await reasons(admin)).toEqual({
      owner: ["owner_protected", "owner_protected"],
      admin: ["self", "self"],
      manager: ["yes", "yes"],
    });
    expect(await reasons(manager)).toEqual({
      owner: ["permission_missing", "permission_missing"],
      admin: ["permission_missing", "permission_missing"],
      manager: ["permission_missing", "permission_missing"],
    });
  });

  it("finds nobody of another organization on any verb", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const stranger = await addMember(b);
    const id = idOf(stranger);
    const { handle } = a.owner;
    const missing = { code: "not_found", message: "There is no such member." };
    await expect(handle.run(findMember, { id })).rejects.toMatchObject(missing);
    await expect(handle.run(setMemberRole, { id, role: "staff" })).rejects.toMatchObject(missing);
    await expect(handle.run(setMemberFlags, { id, flags: [] })).rejects.toMatchObject(missing);
    await expect(handle.run(suspendMember, { id })).rejects.toMatchObject(missing);
    await expect(handle.run(restoreMember, { id })).rejects.toMatchObject(missing);
    await expect(handle.run(removeMember, { id })).rejects.toMatchObject(missing);
    await expect(handle.run(listMemberActivity, { id })).rejects.toMatchObject(missing);
  });

  it("ignores what is not asked for", async () => {
    const organization = await createOrganization();
    const user = await addMember(organization);
    const more = { id: idOf(user), role: "driver", organizationId: organization.id, status: "suspended" };
    await expect(organization.owner.handle.run(setMemberRole, more)).rejects.toMatchObject({
      code: "invalid",
      fields: { status: expect.anything() },
    });
  });
});

describe("around members", () => {
  it("shows a member with inviter and latest entries", async () => {
    const organization = await createOrganization();
    const user = await addMember(organization);
    await organization.owner.handle.run(setMemberRole, { id: idOf(user), role: "driver" });
    await expect(organization.owner.handle.run(findMember, { id: idOf(user) })).resolves.toMatchObject({
      name: user.name,
      invitedBy: null,
    });
    const activity = await organization.owner.handle.run(listMemberActivity, { id: idOf(user) });
    expect(activity.data[0]).toMatchObject({ operation: "members.set_role", byMember: false });
  });

  it("counts and offers only what may be seen and given", async () => {
    const organization = await createOrganization();
    const [staff, manager] = [
      await addMember(organization, { role: "staff" }),
      await addMember(organization, { role: "manager" }),
    ];
    expect(await organization.owner.handle.run(countPeople, {})).toEqual({ members: 3, invitations: 0, requests: 0 });
    expect(await staff.handle.run(countPeople, {})).toEqual({ members: null, invitations: null, requests: null });
    const given = async (member: Member) =>
      (await member.handle.run(listRoleChoices, {})).filter((role) => role.givable).map((role) => role.key);
    expect(await given(staff)).toEqual(["staff"]);
    expect(await given(manager)).toEqual(["staff", "user", "buyer", "manager"]);
    expect(await given(organization.owner)).not.toContain("owner");
  });
});
