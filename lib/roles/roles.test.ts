import { describe, expect, it } from "vitest";
import { BerthError } from "@/lib/errors";
import { encodeId } from "@/lib/ids";
import { createRole as rawRole } from "@/lib/testing/roles";
import { addMember, createOrganization, guard, type Organization } from "@/lib/testing/world";
import * as op from "./operations";

const noDrift = async () => expect(await guard`select * from guard.rights_drift()`).toEqual([]);

const named = async ({ owner }: Organization, key: string) =>
  (await owner.handle.run(op.listRoles, {})).data.find((role) => role.key === key);

describe("roles", () => {
  it("are made, inherit, and show what is inherited apart from what is granted", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const made = await handle.run(op.createRole, {
      name: "Nächtlicher Dienst",
      permissions: ["customers.view"],
      inherits: ["ROLE_DISPATCHER"],
    });
    expect(made).toMatchObject({
      key: "nachtlicher_dienst",
      permissions: ["customers.view"],
      inherits: ["dispatcher"],
      builtIn: false,
    });
    expect(made.held).toEqual(expect.arrayContaining(["customers.view", "routes.manage", "shipments.view"]));
    expect(await named(organization, "driver")).toMatchObject({
      builtIn: true,
      alias: "ROLE_DRIVER",
      abilities: { change: { reason: "built_in" } },
    });
    const again = { name: "nächtlicher dienst" };
    await expect(handle.run(op.createRole, again)).rejects.toMatchObject({
      fields: { name: ["Another role has this name."] },
    });
    expect((await handle.run(op.createRole, { name: "Nächtlicher-Dienst" })).key).toBe("nachtlicher_dienst_2");
    expect((await handle.run(op.createRole, { name: "夜勤" })).key).toMatch(/^role/);
    await expect(handle.run(op.updateRole, { key: "driver", name: "Mine" })).rejects.toMatchObject({
      reason: "built_in",
    });
  });

  it("change for who holds them and who inherits them, told before it is done", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const base = await handle.run(op.createRole, { name: "Base", permissions: ["orders.view"] });
    const heir = await handle.run(op.createRole, { name: "Heir", inherits: [base.key] });
    const [one, two] = [
      await addMember(organization, { role: base.key }),
      await addMember(organization, { role: heir.key }),
    ];
    const flagged = await addMember(organization, { role: heir.key, flags: ["view_customers"] });
    const change = { key: base.key, permissions: ["orders.view", "customers.view", "addresses.view"] as const };
    const impact = await handle.run(op.previewRole, { ...change, permissions: [...change.permissions] });
    expect(impact).toMatchObject({
      gains: ["customers.view", "addresses.view"],
      losses: [],
      members: 2,
      roles: [{ key: "heir" }],
    });
    expect(impact.names).toHaveLength(2);
    await handle.run(op.updateRole, { ...change, name: "Base", permissions: [...change.permissions] });
    for (const { membershipId } of [one, two, flagged]) {
      const [row] = await guard<{ yes: boolean }[]>`select get_bit(permissions, (select position from guard.permissions
        where key = 'customers.view')) = 1 as yes from guard.rights where membership_id = ${membershipId}`;
      expect(row?.yes).toBe(true);
    }
    await handle.run(op.updateRole, { key: heir.key, name: "Heir", inherits: ["user"] });
    expect(await named(organization, heir.key)).toMatchObject({
      inherits: ["user"],
      held: ["shipments.view", "shipments.create"],
    });
    await noDrift();
  });

  it("close no circle", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const base = await handle.run(op.createRole, { name: "Base" });
    const heir = await handle.run(op.createRole, { name: "Heir", inherits: [base.key] });
    await expect(
      handle.run(op.updateRole, { key: base.key, name: "Base", inherits: [heir.key] }),
    ).rejects.toMatchObject({
      reason: "role_circle",
      fields: { inherits: ["Heir inherits from this role already. That would be a circle."] },
    });
  });

  it("are deleted with another in their place, for members and for who is on the way", async () => {
    const organization = await createOrganization();
    const { owner, id } = organization;
    const key = await rawRole(organization, ["orders.view"]);
    const holder = await addMember(organization, { role: key });
    for (const [email, accepted] of [
      ["a@guests.example", false],
      ["b@guests.example", true],
    ] as const)
      await guard`insert into guard.invitations (organization_id, id, kind, email, role_key, hash, expires_at, accepted_at)
        values (${id}, guard.uuid7(), 'link', ${email}, ${key}, sha256(${email}::bytea), now() + interval '1 day', ${accepted ? new Date() : null})`;
    const remove = (replacement?: string) => owner.handle.run(op.deleteRole, { key, replacement });
    await expect(remove()).rejects.toMatchObject({ reason: "role_held" });
    await expect(remove("owner")).rejects.toMatchObject({ reason: "owner_by_transfer" });
    expect(await remove("driver")).toEqual({ key, members: 1 });
    const roles = await guard<{ email: string; role_key: string | null }[]>`
      select email, role_key from guard.invitations where organization_id = ${id} order by email`;
    expect(roles.map((row) => row.role_key)).toEqual(["driver", null]);
    const [moved] = await guard`select role_key from public.memberships where id = ${holder.membershipId}`;
    expect(moved).toMatchObject({ role_key: "driver" });
    expect(await named(organization, key)).toBeUndefined();
    await noDrift();
  });

  it("stay while others inherit from them or new members get them", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const base = await handle.run(op.createRole, { name: "Base" });
    await handle.run(op.createRole, { name: "Heir", inherits: [base.key] });
    await expect(handle.run(op.deleteRole, { key: base.key })).rejects.toMatchObject({
      reason: "role_inherited",
      message: expect.stringContaining("Heir"),
    });
    const other = await handle.run(op.createRole, { name: "Other" });
    await guard`update public.organizations set default_role_key = ${other.key} where id = ${organization.id}`;
    await expect(handle.run(op.deleteRole, { key: other.key })).rejects.toMatchObject({ reason: "role_default" });
  });

  it("name what is missing where somebody would give more than they hold", async () => {
    const organization = await createOrganization();
    const maker = await addMember(organization, { role: await rawRole(organization, ["roles.view", "roles.manage"]) });
    const refused = await maker.handle
      .run(op.createRole, { name: "More", permissions: ["roles.view", "billing.manage"] })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(BerthError);
    expect(refused).toMatchObject({
      reason: "above_own_rights",
      permission: "billing.manage",
      message: expect.stringContaining("billing.manage"),
    });
  });

  it("on the ladder hold all of the level below", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const ladder = ["user", "driver", "dispatcher", "admin", "owner"];
    const heldBy = async () => {
      const { data } = await handle.run(op.listRoles, {});
      return ladder.map((key) => data.find((role) => role.key === key)?.held ?? []);
    };
    const holdsBelow = (levels: string[][]) =>
      levels.every((level, at) => at === 0 || (levels[at - 1] ?? []).every((permission) => level.includes(permission)));
    expect(holdsBelow(await heldBy())).toBe(false);
    await handle.run(op.setLadder, { strict: true });
    expect(holdsBelow(await heldBy())).toBe(true);
    expect(await handle.run(op.listRoles, {})).toMatchObject({ strictLadder: true });
    await handle.run(op.setLadder, { strict: false });
    expect(holdsBelow(await heldBy())).toBe(false);
    expect(encodeId("org", organization.id)).toMatch(/^org_/);
  });
});
