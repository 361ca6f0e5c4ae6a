import { describe, expect, it } from "vitest";
import { viewActivity } from "@/lib/activity/operations";
import { listAudit } from "@/lib/audit/operations";
import { encodeId } from "@/lib/ids";
import { listMembers } from "@/lib/members/operations";
import { orders } from "@/lib/orders/resource";
import { countShipments, listShipments } from "@/lib/shipments/operations";
import { addRecords, place } from "@/lib/testing/branch-world";
import { twoBranches } from "@/lib/testing/two-branches";
import { addMember, createOrganization, guard } from "@/lib/testing/world";
import { memoryText, rememberedBranch } from "./memory";
import { moveOrders } from "./move-operations";
import { archiveBranch, chooseBranch } from "./operations";

const brn = (id: string) => encodeId("brn", id);
const idsOf = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id).sort();

describe("a filter by branch", () => {
  it("means all beneath: a region shows its depots, a depot itself alone", async () => {
    const { organization, north, depot, inNorth, inDepot, of } = await twoBranches();
    const { handle } = organization.owner;
    const shp = (rows: typeof inNorth) => encodeId("shp", of(rows, "shipments"));
    const both = [shp(inNorth), shp(inDepot)].sort();
    expect(idsOf(await handle.run(listShipments, { branch: brn(north) }))).toEqual(both);
    expect(idsOf(await handle.run(listShipments, { branch: brn(depot) }))).toEqual([shp(inDepot)]);
    expect((await handle.run(countShipments, { branch: brn(north) })).draft).toBe(2);
    const ord = [inNorth, inDepot].map((rows) => encodeId("ord", of(rows, "orders"))).sort();
    expect(idsOf((await handle.run(orders.operations.list, { branchId: brn(north) })) as never)).toEqual(ord);
  });

  it("shows of a region no more than the one who asks may see of it", async () => {
    const { organization, north, depot, inDepot, of } = await twoBranches();
    const member = await addMember(organization, { role: "member" });
    await place(organization, member, { role: "member", all: false, given: [{ branch: depot, role: null }] });
    const seen = await member.handle.run(listShipments, { branch: brn(north) });
    expect(idsOf(seen).every((id) => id === encodeId("shp", of(inDepot, "shipments")))).toBe(true);
  });

  it("finds of the people those of a region, of its depots, and of what lies above a depot", async () => {
    const { organization, member, north, depot, south } = await twoBranches();
    const below = await addMember(organization);
    await place(organization, below, { role: "user", all: false, given: [{ branch: depot, role: null }] });
    const found = async (branch: string) =>
      idsOf(await organization.owner.handle.run(listMembers, { branch: brn(branch) }));
    const both = [member, below].map(({ membershipId }) => encodeId("mem", membershipId)).sort();
    expect(await found(north)).toEqual(both);
    expect(await found(depot)).toEqual(both);
    expect(await found(south)).toEqual([]);
  });
});

it("activity by branch counts what was made in a region and beneath, and nothing of others", async () => {
  const { organization, north, depot, south } = await twoBranches();
  await guard`update public.organizations set time_zone = 'UTC' where id = ${organization.id}`;
  await addRecords(organization.id, depot);
  const [day] = await guard<{ today: string; before: string }[]>`
    select (now() at time zone 'UTC')::date::text as today, ((now() - interval '1 day') at time zone 'UTC')::date::text as before`;
  const made = async (branch: string[]) => {
    const range = { from: day?.before ?? "", to: day?.today ?? "" };
    const { days, people } = await organization.owner.handle.run(viewActivity, { ...range, branch: branch.map(brn) });
    const sum = (key: "orders" | "shipments" | "approvals" | "invitations") =>
      days.reduce((n, each) => n + each[key], 0);
    return {
      orders: sum("orders"),
      shipments: sum("shipments"),
      others: sum("approvals") + sum("invitations"),
      people,
    };
  };
  expect(await made([north])).toMatchObject({ orders: 3, shipments: 3, others: 0 });
  expect(await made([depot])).toMatchObject({ orders: 2, shipments: 2 });
  expect(await made([depot, south])).toMatchObject({ orders: 3, shipments: 3 });
  const [who] = (await made([north])).people;
  expect(who).toMatchObject({ id: null, orders: 3, shipments: 3 });
});

describe("the branch that lists remember", () => {
  it("is one that exists here and that the member is of", async () => {
    const { organization, member, north, depot, south } = await twoBranches();
    const mem = encodeId("mem", member.membershipId);
    const choose = (branch: string) => member.handle.run(chooseBranch, { branch });
    expect(await choose(brn(depot))).toEqual({ membershipId: mem, branch: brn(depot) });
    expect(await choose("")).toEqual({ membershipId: mem, branch: null });
    const unknown = { code: "not_found" };
    await expect(choose(brn(south))).rejects.toMatchObject(unknown);
    await expect(choose(brn(crypto.randomUUID()))).rejects.toMatchObject(unknown);
    const other = await createOrganization();
    await expect(other.owner.handle.run(chooseBranch, { branch: brn(north) })).rejects.toMatchObject(unknown);
    await organization.owner.handle.run(archiveBranch, { id: brn(depot), into: brn(north) });
    await expect(choose(brn(north))).resolves.toMatchObject({ branch: brn(north) });
  });

  it("is nobody else's of the same browser, and nothing that a cookie makes up", () => {
    expect(rememberedBranch(memoryText("mem_1", "brn_1"), "mem_1")).toBe("brn_1");
    for (const text of [memoryText("mem_2", "brn_1"), "brn_1", "", ".", undefined])
      expect(rememberedBranch(text, "mem_1")).toBeUndefined();
  });
});

it("history names branches that the reader is of, and no others", async () => {
  const { organization, member, north, depot, south, inNorth, of } = await twoBranches("admin");
  const order = encodeId("ord", of(inNorth, "orders"));
  const names = await guard<{ id: string; name: string }[]>`
    select id, name from public.branches where organization_id = ${organization.id}`;
  const nameOf = (id: string) => names.find((each) => each.id === id)?.name ?? "";
  for (const branch of [south, depot])
    await organization.owner.handle.run(moveOrders, { ids: [order], branchId: brn(branch) });
  const told = async ({ handle }: typeof member) =>
    JSON.stringify(await handle.run(orders.operations.history, { id: order }));
  const [whole, limited] = [await told(organization.owner), await told(member)];
  for (const branch of [north, depot, south]) expect(whole).toContain(nameOf(branch));
  for (const branch of [north, depot]) expect(limited).toContain(nameOf(branch));
  expect(limited).not.toContain(nameOf(south));
  const trail = JSON.stringify(await member.handle.run(listAudit, { limit: 100 }));
  expect(trail).toContain(nameOf(depot));
  expect(trail).not.toContain(nameOf(south));
});
