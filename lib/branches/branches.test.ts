import { describe, expect, it } from "vitest";
import { assets } from "@/lib/assets/resource";
import { customers } from "@/lib/customers/resource";
import { encodeId } from "@/lib/ids";
import { orders } from "@/lib/orders/resource";
import { searchRecords } from "@/lib/search/operations";
import {
  countShipments,
  createShipment,
  findShipment,
  listShipments,
  updateShipment,
} from "@/lib/shipments/operations";
import { place } from "@/lib/testing/branch-world";
import { sampleOf } from "@/lib/testing/resource-cases";
import { twoBranches } from "@/lib/testing/two-branches";
import { someShipment } from "@/lib/testing/work-records";
import { addMember, guard } from "@/lib/testing/world";
import { moveShipments } from "./move-operations";
import { archiveBranch, listBranchChoices, previewArchive, setMemberBranches } from "./operations";

const brn = (id: string) => encodeId("brn", id);

describe("somebody of one branch", () => {
  it("finds nothing of another by list, filter, count, id, search and reference", async () => {
    const { member, south, inNorth, inDepot, inSouth, inNone, of } = await twoBranches();
    const { handle } = member;
    const own = [of(inNorth, "shipments"), of(inDepot, "shipments")].map((id) => encodeId("shp", id)).sort();
    const listed = await handle.run(listShipments, {});
    expect(listed.data.map(({ id }) => id).sort()).toEqual(own);
    const filtered = await handle.run(listShipments, { branch: brn(south) });
    expect(filtered.data).toEqual([]);
    expect((await handle.run(countShipments, {})).draft).toBe(2);
    for (const rows of [inSouth, inNone])
      await expect(handle.run(findShipment, { id: encodeId("shp", of(rows, "shipments")) })).rejects.toMatchObject({
        code: "not_found",
      });
    const found = await handle.run(searchRecords, { q: "needle" });
    const foreign = [...inSouth, ...inNone.filter(({ shared }) => !shared)].map(({ id }) => id);
    expect(found.data.length).toBeGreaterThan(0);
    for (const id of foreign) expect(JSON.stringify(found)).not.toContain(encodeId("x", id).slice(2));
    const order = { ...sampleOf(orders), customerId: encodeId("cus", of(inSouth, "customers")) };
    await expect(handle.run(orders.operations.create, order)).rejects.toMatchObject({
      fields: { customerId: [expect.stringMatching(/no such/)] },
    });
    const names = (await handle.run(customers.operations.list, {})).data.map(({ id }) => id);
    expect(names).toContain(encodeId("cus", of(inNone, "customers")));
    expect(names).not.toContain(encodeId("cus", of(inSouth, "customers")));
    expect((await handle.run(listBranchChoices, {})).map(({ id }) => id)).not.toContain(brn(south));
  });

  it("makes records in the own branch, chosen or not, and in no other", async () => {
    const { member, north, depot, south } = await twoBranches();
    const { handle } = member;
    expect((await handle.run(createShipment, someShipment)).branch?.id).toBe(brn(north));
    expect((await handle.run(createShipment, { ...someShipment, branchId: brn(depot) })).branch?.id).toBe(brn(depot));
    await expect(handle.run(createShipment, { ...someShipment, branchId: brn(south) })).rejects.toMatchObject({
      fields: { branchId: ["There is no such branch."] },
    });
    const asset = await handle.run(assets.operations.create, sampleOf(assets));
    expect(asset.branch).toMatchObject({ id: brn(north) });
  });

  it("changes and moves records where the role allows it", async () => {
    const { organization, member, north, depot, south, inNorth, inSouth, of } = await twoBranches("user");
    await place(organization, member, { role: "user", all: true, given: [{ branch: north, role: "member" }] });
    const { handle } = member;
    const [mine, theirs] = [inNorth, inSouth].map((rows) => encodeId("shp", of(rows, "shipments"))) as [string, string];
    await handle.run(updateShipment, { id: mine, notes: "Fragile." });
    expect((await handle.run(findShipment, { id: theirs })).id).toBe(theirs);
    await expect(handle.run(updateShipment, { id: theirs, notes: "Mine." })).rejects.toMatchObject({
      code: "not_found",
    });
    await handle.run(moveShipments, { ids: [mine], branchId: brn(depot) });
    await expect(handle.run(moveShipments, { ids: [mine], branchId: brn(south) })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(handle.run(moveShipments, { ids: [mine], branchId: null })).rejects.toMatchObject({ code: "invalid" });
    const [entry] = await guard`select operation, after from audit.entries where record_id = ${of(inNorth, "shipments")}
      and operation = 'shipments.move'`;
    expect(entry?.after).toEqual({ branch_id: depot });
    const children =
      await guard`select branch_id from public.shipment_parcels where shipment_id = ${of(inNorth, "shipments")}`;
    expect(children.map(({ branch_id }) => branch_id)).toEqual([depot]);
  });
});

describe("placing members", () => {
  it("gives nobody above the giver's own rights there, whatever the application checks", async () => {
    const { organization, north, south } = await twoBranches();
    const [giver, receiver] = [
      await addMember(organization, { role: "admin" }),
      await addMember(organization, { role: "user" }),
    ];
    await place(organization, giver, { role: "admin", all: false, given: [{ branch: north, role: null }] });
    const id = encodeId("mem", receiver.membershipId);
    const to = (branches: { branch: string; role?: string }[], everywhere = false) =>
      giver.handle.run(setMemberBranches, { id, everywhere, branches });
    await expect(to([{ branch: brn(north) }])).rejects.toMatchObject({ reason: "above_own_rights" }); // everywhere until now
    await place(organization, receiver, { role: "user", all: false, given: [{ branch: north, role: null }] });
    expect((await to([{ branch: brn(north), role: "member" }])).branches).toMatchObject([{ role: "member" }]);
    await expect(to([{ branch: brn(south) }])).rejects.toMatchObject({ reason: "branch_unknown" });
    await expect(to([], true)).rejects.toMatchObject({ reason: "above_own_rights" });
    await expect(to([{ branch: brn(north), role: "owner" }])).rejects.toMatchObject({ reason: "role_unknown" });
    const self = { id: encodeId("mem", giver.membershipId), everywhere: true, branches: [] };
    await expect(giver.handle.run(setMemberBranches, self)).rejects.toMatchObject({ reason: "self" });
    const owner = { id: encodeId("mem", organization.owner.membershipId), everywhere: false, branches: [] };
    await expect(giver.handle.run(setMemberBranches, owner)).rejects.toMatchObject({ reason: "owner_protected" });
    expect([...(await guard`select * from guard.rights_drift()`)]).toEqual([]);
  });

  it("lets people in to the branches of whoever lets them in", async () => {
    const { organization, north } = await twoBranches();
    const giver = await addMember(organization, { role: "admin" });
    await place(organization, giver, { role: "admin", all: false, given: [{ branch: north, role: null }] });
    const newcomer = await addMember(organization);
    await guard`delete from public.memberships where id = ${newcomer.membershipId}`;
    await guard`select guard.join(${organization.id}, ${newcomer.userId}, 'user', 'seed', ${giver.membershipId})`;
    const [made] = await guard`select m.all_branches, g.branch_id from public.memberships m
      join public.membership_branches g on g.membership_id = m.id where m.user_id = ${newcomer.userId}`;
    expect(made).toEqual({ all_branches: false, branch_id: north });
  });
});

describe("archiving a branch", () => {
  it("tells what it moves, moves all of it or refuses, and is on the record", async () => {
    const { organization, member, north, depot, south, inDepot, of } = await twoBranches();
    const { handle } = organization.owner;
    await expect(handle.run(archiveBranch, { id: brn(north), into: brn(south) })).rejects.toMatchObject({
      reason: "branches_below",
    });
    await place(organization, member, { role: "member", all: false, given: [{ branch: depot, role: null }] });
    expect(await handle.run(previewArchive, { id: brn(depot) })).toEqual({
      ...{ shipments: 1, orders: 1, assets: 1, customers: 1, members: 1, below: [] },
    });
    await expect(handle.run(archiveBranch, { id: brn(depot) })).rejects.toMatchObject({ reason: "branch_in_use" });
    expect(await handle.run(archiveBranch, { id: brn(depot), into: brn(north) })).toMatchObject({ archived: true });
    const moved = await guard`select branch_id from public.pieces where id = ${of(inDepot, "pieces")}`;
    expect(moved).toMatchObject([{ branch_id: north }]);
    expect((await member.handle.run(listShipments, {})).data).toHaveLength(2);
    await expect(handle.run(createShipment, { ...someShipment, branchId: brn(depot) })).rejects.toMatchObject({
      code: "invalid",
    });
    expect([...(await guard`select * from guard.rights_drift()`)]).toEqual([]);
  });
});
