import { and, eq, inArray } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import { shipments } from "@/db/schema/shipments";
import { defineOperation } from "@/lib/access/operation";
import type { Permission } from "@/lib/access/permissions";
import { assets } from "@/lib/assets/resource";
import { customers } from "@/lib/customers/resource";
import { BerthError } from "@/lib/errors";
import { idInput } from "@/lib/ids";
import { orders } from "@/lib/orders/resource";
import { columnsIn } from "@/lib/resource/columns";
import { moveTarget } from "./choose";
import { moved } from "./schema";

type Moving = { name: string; many: string; one: string; prefix: string; permission: Permission; table: PgTable };

const shipmentRecords = {
  ...{ name: "shipments", many: "shipments", one: "shipment", prefix: "shp" },
  ...{ permission: "shipments.update" as const, table: shipments },
};

export const moveShipments = moving(shipmentRecords);
export const moveOrders = moving({ ...orders, ...orders.words, permission: orders.permissions.update });
export const moveAssets = moving({ ...assets, ...assets.words, permission: assets.permissions.update });
export const moveCustomers = moving({ ...customers, ...customers.words, permission: customers.permissions.update });

/** Records go to another branch, with what belongs to them: all or none. Both branches are the mover's. */
function moving({ name, many, one, prefix, permission, table }: Moving) {
  return defineOperation({
    name: `${name}.move`,
    scope: "organization",
    permission,
    access: "write",
    summary: `Move ${many} to another branch; null: to none`,
    input: z.strictObject({
      ids: z.array(idInput(prefix)).min(1).max(100),
      branchId: z.union([z.literal("").transform(() => null), idInput("brn")]).nullable(),
    }),
    output: moved,
    rest: { method: "post", path: `/${name}/move`, status: 200 },
    run: async ({ db, input }) => {
      const { organizationId, id } = columnsIn(table);
      if (!organizationId || !id) throw new Error(`${name} is no tenant table`);
      const branch = await moveTarget(db, input.branchId, permission);
      const wanted = [...new Set(input.ids)];
      const rows = await db.query
        .update(table)
        .set({ branchId: branch, branch, updatedAt: new Date() } as never) // one of both is the column's name in code
        .where(and(eq(organizationId, db.organizationId), inArray(id, wanted)))
        .returning({ id });
      if (rows.length < wanted.length) throw new BerthError("not_found", `There is no such ${one}.`);
      return { moved: rows.length };
    },
  });
}
