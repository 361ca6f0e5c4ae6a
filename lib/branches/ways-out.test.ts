import { describe, expect, it } from "vitest";
import type { Handle } from "@/lib/access/handle";
import { assets } from "@/lib/assets/resource";
import { customers } from "@/lib/customers/resource";
import { beginExport, readExport } from "@/lib/exports/operations";
import { encodeId } from "@/lib/ids";
import { orders } from "@/lib/orders/resource";
import { listShipments } from "@/lib/shipments/operations";
import { twoBranches } from "@/lib/testing/two-branches";
import { guard } from "@/lib/testing/world";

/** What lists show each record by. */
const names = { shipments: "reference", orders: "reference", customers: "name", assets: "name" } as const;
type Kind = keyof typeof names;
const kinds = Object.keys(names) as Kind[];

type Asked = { limit: number; cursor?: string };

const listOf: Record<Kind, (handle: Handle, asked: Asked) => Promise<{ next_cursor: string | null }>> = {
  shipments: (handle, asked) => handle.run(listShipments, asked),
  orders: (handle, asked) => handle.run(orders.operations.list, asked),
  customers: (handle, asked) => handle.run(customers.operations.list, asked),
  assets: (handle, asked) => handle.run(assets.operations.list, asked),
};

async function nameOf(kind: Kind, id: string): Promise<string> {
  const [row] = await guard.unsafe<{ name: string }[]>(
    `select ${names[kind]} as name from public.${kind} where id = $1`,
    [id],
  );
  return row?.name ?? "";
}

describe("somebody of one branch takes nothing of another away", () => {
  it.each(kinds)("in an export of %s, nor in what it counts", async (kind) => {
    const { member, inNorth, inDepot, inSouth, inNone, of } = await twoBranches("admin");
    const { handle } = member;
    const shared = kind === "customers" ? [inNone] : [];
    const { rows } = await handle.run(beginExport, { list: kind, query: {} });
    const { cells, next_cursor } = await handle.run(readExport, { list: kind, query: {} });
    const text = cells.flat();
    for (const own of [inNorth, inDepot, ...shared]) expect(text).toContain(await nameOf(kind, of(own, kind)));
    for (const other of [inSouth, ...(shared.length > 0 ? [] : [inNone])])
      expect(text).not.toContain(await nameOf(kind, of(other, kind)));
    expect(rows).toBe(2 + shared.length);
    expect(next_cursor).toBeNull();
  });

  it.each(kinds)("by a cursor of %s that somebody of all branches was given", async (kind) => {
    const { organization, member, inSouth, of } = await twoBranches();
    const list = listOf[kind];
    const { next_cursor } = await list(organization.owner.handle, { limit: 1 });
    const cursor = next_cursor ?? "";
    expect(cursor).not.toBe("");
    const answer = await list(member.handle, { limit: 50, cursor }).catch((error: unknown) => String(error));
    const foreign = encodeId("x", of(inSouth, kind)).slice(2);
    expect(JSON.stringify(answer)).not.toContain(foreign);
    expect(JSON.stringify(await list(organization.owner.handle, { limit: 50 }))).toContain(foreign);
  });
});
