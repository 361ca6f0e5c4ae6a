import { describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { setMemberRole, suspendMember } from "@/lib/members/operations";
import { addMember, createOrganization, guard, type Member } from "@/lib/testing/world";
import { endDelegation, lendRights, listDelegations } from "./operations";

const day = (later: number) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);
const member = ({ membershipId }: Member) => encodeId("mem", membershipId);

async function purchasing() {
  const organization = await createOrganization();
  const manager = await addMember(organization, { role: "manager" });
  const buyer = await addMember(organization, { role: "buyer" });
  return { organization, manager, buyer };
}

const holds = async ({ membershipId }: Member, permission: string) => {
  const [row] = await guard<{ yes: boolean }[]>`select get_bit(guard.live_rights(organization_id, membership_id),
    (select position from guard.permissions where key = ${permission})) = 1 as yes
    from guard.rights where membership_id = ${membershipId}`;
  return row?.yes;
};

const noDrift = async () => expect(await guard`select * from guard.rights_drift()`).toEqual([]);

describe("lending", () => {
  it("gives a buyer what the manager holds, until a day, and tells them", async () => {
    const { manager, buyer } = await purchasing();
    expect(await holds(buyer, "purchases.approve")).toBe(false);
    const { id } = await manager.handle.run(lendRights, {
      to: member(buyer),
      permissions: ["purchases.approve"],
      until: day(3),
    });
    expect(await holds(buyer, "purchases.approve")).toBe(true);
    expect(await holds(buyer, "invoices.approve")).toBe(false);
    expect(await buyer.handle.run(listDelegations, {})).toMatchObject([
      { forMe: true, standIn: false, permissions: ["purchases.approve"] },
    ]);
    const told = await guard`select 1 from public.notices where user_id = ${buyer.userId} and kind = 'delegation'`;
    expect(told).toHaveLength(1);
    await buyer.handle.run(endDelegation, { id });
    expect(await holds(buyer, "purchases.approve")).toBe(false);
    await noDrift();
  });

  it("is to buyers, unless the lender manages members", async () => {
    const { organization, manager } = await purchasing();
    const driver = await addMember(organization, { role: "driver" });
    const admin = await addMember(organization, { role: "admin" });
    const loan = { to: member(driver), permissions: ["invoices.approve" as const], until: day(3) };
    await expect(manager.handle.run(lendRights, loan)).rejects.toMatchObject({ reason: "not_a_buyer" });
    await admin.handle.run(lendRights, loan);
    expect(await holds(driver, "invoices.approve")).toBe(true);
  });

  it("lends nothing that the lender does not hold, that was lent to them, or that is the owner's", async () => {
    const { organization, manager, buyer } = await purchasing();
    const lend = (
      who: Member,
      to: Member,
      permission: "settings.manage" | "organization.delete" | "purchases.approve",
    ) => who.handle.run(lendRights, { to: member(to), permissions: [permission], until: day(3) });
    await expect(lend(manager, buyer, "settings.manage")).rejects.toMatchObject({ reason: "above_own_rights" });
    await expect(lend(organization.owner, buyer, "organization.delete")).rejects.toMatchObject({
      reason: "owners_only",
    });
    await lend(organization.owner, manager, "settings.manage" as const);
    expect(await holds(manager, "settings.manage")).toBe(true);
    await expect(lend(manager, buyer, "settings.manage")).rejects.toMatchObject({ reason: "above_own_rights" });
    await expect(
      manager.handle.run(lendRights, { to: member(buyer), permissions: ["purchases.approve"], until: day(400) }),
    ).rejects.toMatchObject({ reason: "time_wrong" });
  });

  it("loses what the lender loses, for good, and ends with the lender's own rights", async () => {
    const { organization, manager, buyer } = await purchasing();
    const { owner } = organization;
    const own = "own_manager";
    await guard`insert into public.roles (organization_id, id, key, name, permissions) values (${organization.id}, guard.uuid7(),
      ${own}, 'Own', '{purchases.approve,delegations.manage}')`;
    const permissions = ["purchases.approve" as const, "invoices.approve" as const];
    await manager.handle.run(lendRights, { to: member(buyer), permissions, until: day(3) });
    await owner.handle.run(setMemberRole, { id: member(manager), role: own });
    expect([await holds(buyer, "purchases.approve"), await holds(buyer, "invoices.approve")]).toEqual([true, false]);
    await owner.handle.run(setMemberRole, { id: member(manager), role: "manager" });
    expect([await holds(buyer, "purchases.approve"), await holds(buyer, "invoices.approve")]).toEqual([true, false]);
    await owner.handle.run(suspendMember, { id: member(manager) });
    expect(await holds(buyer, "purchases.approve")).toBe(false);
    expect(await buyer.handle.run(listDelegations, {})).toEqual([]);
    await noDrift();
  });

  it("follows a change of the lender's role itself", async () => {
    const { organization, manager, buyer } = await purchasing();
    await guard`insert into public.roles (organization_id, id, key, name, permissions) values (${organization.id}, guard.uuid7(),
      'lender', 'Lender', '{purchases.approve,delegations.manage}')`;
    await guard`update public.memberships set role_key = 'lender' where id = ${manager.membershipId}`;
    await manager.handle.run(lendRights, { to: member(buyer), permissions: ["purchases.approve"], until: day(3) });
    await guard`update public.roles set permissions = '{delegations.manage}' where organization_id = ${organization.id} and key = 'lender'`;
    expect(await holds(buyer, "purchases.approve")).toBe(false);
    expect(await buyer.handle.run(listDelegations, {})).toEqual([]);
    await noDrift();
  });
});
