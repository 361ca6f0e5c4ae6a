import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/access/database";
import { organizationStandards } from "@/lib/measures/convert";
import { fromGrams } from "@/lib/measures/words";
import { products } from "@/lib/products/resource";
import { columnsIn } from "@/lib/resource/columns";

/** What is known of these products, for whoever sees orders: the permission that products ask for too. */
export async function goodsOf(db: Database, ids: string[]) {
  const { organizationId, id, sku, customsCode, origin, weight } = columnsIn(products.table);
  if (!organizationId || !id || !sku || !customsCode || !origin || !weight)
    throw new Error("a product has all of them");
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db.query
    .select({ id, sku, customsCode, origin, weight })
    .from(products.table)
    .where(and(eq(organizationId, db.organizationId), inArray(id, [...new Set(ids)])));
  const { weightUnit } = await organizationStandards(db);
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return new Map(
    rows.map((row) => [
      String(row.id),
      {
        ...{ sku: text(row.sku), customsCode: text(row.customsCode), origin: text(row.origin), weightUnit },
        weight: row.weight === null ? null : fromGrams(Number(row.weight), weightUnit),
      },
    ]),
  );
}
