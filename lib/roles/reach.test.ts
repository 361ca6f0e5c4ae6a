import { describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { suspendMember } from "@/lib/members/operations";
import { addBranch, place } from "@/lib/testing/branch-world";
import { putOnPlan } from "@/lib/testing/plans";
import { createRole as rawRole } from "@/lib/testing/roles";
import { addMember, createOrganization, type Organization } from "@/lib/testing/world";
import * as op from "./operations";
import { tickOf } from "./tick-rules";

const roles = ({ owner }: Pick<Organization, "owner">) => owner.handle.run(op.listRoles, {});

const named = async (organization: Organization, key: string) =>
  (await roles(organization)).data.find((role) => role.key === key);

describe("a role that holds what the plan withholds", () => {
  it("is changed as any other, and keeps it for when the plan has it again", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const { key } = await handle.run(op.createRole, { name: "Archive desk", permissions: ["data.export"] });
    await addMember(organization, { role: key });
    await putOnPlan(organization, { without: ["exports"] });
    const { givable, withheld } = await roles(organization);
    expect(withheld).toEqual(["data.export"]);
    expect(givable).toContain("data.export");
    expect(await named(organization, key)).toMatchObject({ abilities: { change: { allowed: true } } });

    const none = await handle.run(op.previewRole, { key, permissions: [] });
    expect(none).toMatchObject({ losses: ["data.export"], members: 0 });
    const change = { key, permissions: ["data.export" as const, "orders.view" as const] };
    expect(await handle.run(op.previewRole, change)).toMatchObject({ gains: ["orders.view"], members: 1 });
    expect(await handle.run(op.updateRole, { ...change, name: "Archive desk" })).toMatchObject({
      permissions: change.permissions,
    });
  });

  it("stays out of reach of who would not hold it under any plan", async () => {
    const organization = await createOrganization();
    const key = await rawRole(organization, ["data.export"]);
    const clerk = await addMember(organization, { role: await rawRole(organization, ["roles.view", "roles.manage"]) });
    await putOnPlan(organization, { without: ["exports"] });
    const { data, givable } = await clerk.handle.run(op.listRoles, {});
    expect(givable).not.toContain("data.export");
    const change = { allowed: false, reason: "above_own_rights" };
    expect(data.find((role) => role.key === key)).toMatchObject({ abilities: { change } });
    const refused = {
      reason: "above_own_rights",
      permission: "data.export",
      message: expect.stringContaining("“Export data”"),
    };
    const content = { key, permissions: ["data.export" as const] };
    await expect(clerk.handle.run(op.previewRole, content)).rejects.toMatchObject(refused);
    await expect(clerk.handle.run(op.updateRole, { ...content, name: "Mine" })).rejects.toMatchObject(refused);
  });
});

describe("what is offered to be given", () => {
  it("is never the owner's alone", async () => {
    const { givable } = await roles(await createOrganization());
    expect(givable).toContain("members.manage");
    expect(givable).not.toContain("organization.transfer");
    expect(givable).not.toContain("organization.delete");
  });

  it("is ticked, locked and explained", () => {
    const reach = { givable: ["orders.view", "data.export", "organization.view"], withheld: ["data.export"] };
    const tick = (permission: string, from: string[] = [], own = false) => tickOf(permission, { from, own, reach });
    expect(tick("orders.view")).toEqual({ checked: false, locked: false, note: "orders.view" });
    expect(tick("orders.view", ["Buyer"])).toMatchObject({ checked: true, locked: true, note: "Inherited from Buyer" });
    expect(tick("orders.view", ["Buyer"], true)).toMatchObject({ checked: true, locked: false });
    expect(tick("data.export")).toMatchObject({ locked: false, note: expect.stringContaining("not in your plan") });
    expect(tick("keys.manage")).toMatchObject({ locked: true, note: "You do not hold this yourself" });
    expect(tick("organization.transfer")).toMatchObject({ locked: true, note: "The owner's alone" });
    expect(tick("organization.view")).toMatchObject({ checked: true, locked: true });
  });
});

describe("whom a change concerns", () => {
  it("are those who hold the role in a branch alone too, once each, and nobody who is suspended", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const { key } = await handle.run(op.createRole, { name: "Depot desk", permissions: ["orders.view"] });
    const branch = await addBranch(organization, new Map(), null);
    const there = await addMember(organization, { role: "user" });
    const both = await addMember(organization, { role: key });
    const gone = await addMember(organization, { role: key });
    await place(organization, there, { role: "user", all: true, given: [{ branch, role: key }] });
    await place(organization, both, { role: key, all: true, given: [{ branch, role: key }] });
    await handle.run(suspendMember, { id: encodeId("mem", gone.membershipId) });
    const impact = await handle.run(op.previewRole, { key, permissions: ["orders.view", "customers.view"] });
    expect(impact).toMatchObject({ gains: ["customers.view"], members: 2 });
    expect(impact.names).toHaveLength(2);
  });
});
