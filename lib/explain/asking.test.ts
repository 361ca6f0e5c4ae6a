import { describe, expect, it } from "vitest";
import { listMembers } from "@/lib/members/operations";
import { callApi } from "@/lib/testing/api";
import { testKey } from "@/lib/testing/keys";
import { createRole } from "@/lib/testing/roles";
import { addMember, createOrganization, createPerson, guard } from "@/lib/testing/world";
import { askForPermission } from "./operations";

describe("a refusal says who can give what is missing", () => {
  it("by name to those who see members, else that an admin can", async () => {
    const organization = await createOrganization();
    const { slug, owner } = organization;
    await addMember(organization, { role: "admin", person: await createPerson({ name: "Ada Admin" }) });
    const manager = await addMember(organization, { role: "manager" });
    const driver = await addMember(organization, { role: "driver" });
    const [seen] = (await callApi({ path: "/audit", slug, session: manager.hostSession })).body.errors;
    expect(seen).toMatchObject({
      code: "forbidden",
      reason: "permission_missing",
      permission: "audit.view",
      grantors: ["Ada Admin", owner.name],
      message: `You need “View the audit trail” for this. Ada Admin or ${owner.name} can give it.`,
    });
    const [unseen] = (await callApi({ path: "/audit", slug, session: driver.hostSession })).body.errors;
    expect(unseen).toMatchObject({ permission: "audit.view", grantors: [] });
    expect(unseen.message).toBe("You need “View the audit trail” for this. An admin can give it.");
  });

  it("and to a key that nobody can give it more, however much its maker holds", async () => {
    const organization = await createOrganization();
    const key = testKey();
    await guard`select guard.insert_key(${organization.id}, ${organization.owner.membershipId}, 'Scanner', ${key},
      guard.permission_bits('{organization.view}'), null)`;
    const { status, body } = await callApi({ path: "/members", key });
    expect(status).toBe(403);
    expect(body.errors[0]).toMatchObject({
      permission: "members.view",
      grantors: [],
      reason: "permission_missing",
      message:
        "This key does not hold “View members with role and status”. What a key holds is chosen when it is made.",
    });
  });
});

describe("asking for a permission", () => {
  it("tells those who can give it, once a day, on the record", async () => {
    const organization = await createOrganization();
    const driver = await addMember(organization, {
      role: "driver",
      person: await createPerson({ name: "Dora Driver" }),
    });
    const bystander = await addMember(organization, { role: "manager" });
    await expect(driver.handle.run(askForPermission, { permission: "audit.view" })).resolves.toEqual({ told: null });
    await expect(driver.handle.run(askForPermission, { permission: "audit.view" })).rejects.toMatchObject({
      reason: "asked_already",
    });
    const notices = await guard<{ user_id: string; title: string; path: string }[]>`
      select user_id, title, path from public.notices where organization_id = ${organization.id} and kind = 'permission.asked'`;
    expect(notices).toEqual([
      {
        user_id: organization.owner.userId,
        title: "Dora Driver asks for a permission",
        path: expect.stringMatching(/^\/members\/mem_[0-9a-z]{26}$/),
      },
    ]);
    expect(notices.map(({ user_id }) => user_id)).not.toContain(bystander.userId);
    const entries = await guard`select after, record_id from audit.entries
      where organization_id = ${organization.id} and action = 'asked'`;
    expect(entries).toEqual([{ after: { permission: "audit.view" }, record_id: driver.membershipId }]);
    await expect(driver.handle.run(listMembers, {})).rejects.toMatchObject({ code: "forbidden" });
  });

  it("says how many were told to those who see members, and to nobody else", async () => {
    const organization = await createOrganization();
    await addMember(organization, { role: "admin" });
    const [driver, manager] = [
      await addMember(organization, { role: "driver" }),
      await addMember(organization, { role: "manager" }),
    ];
    await expect(driver.handle.run(askForPermission, { permission: "audit.view" })).resolves.toEqual({ told: null });
    await expect(manager.handle.run(askForPermission, { permission: "audit.view" })).resolves.toEqual({ told: 2 });
  });

  it("is for what is not held, and not for keys", async () => {
    const organization = await createOrganization();
    const clerk = await addMember(organization, { role: await createRole(organization, ["members.view"]) });
    await expect(clerk.handle.run(askForPermission, { permission: "members.view" })).rejects.toMatchObject({
      reason: "held",
    });
    await expect(organization.owner.handle.run(askForPermission, { permission: "audit.view" })).rejects.toMatchObject({
      reason: "held",
    });
  });
});
