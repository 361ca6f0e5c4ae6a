import { and, asc, eq } from "drizzle-orm";
import type { Database } from "@/lib/access/database";
import type { Actors } from "@/lib/access/operation";
import { addresses } from "@/lib/addresses/resource";
import { orders } from "@/lib/orders/resource";
import { type PostalAddress, postalOutput } from "@/lib/postal/schema";
import { columnsIn } from "@/lib/resource/columns";
import { recordsRepository } from "@/lib/resource/repository";

/** An order about to leave, for people who may see orders: from where, and where to, or else its customer's first address. */
export async function orderToSend(db: Database, { rights }: Actors["organization"], id: string) {
  if (!rights.has(orders.permissions.view)) return null;
  const { reference, customer, shippingTo, shippingFrom } = await recordsRepository(db, orders).find(id);
  const known = !shippingTo && customer && rights.has(addresses.permissions.view);
  const goes = known ? await firstAddress(db, String(customer)) : null;
  return {
    id,
    name: String(reference),
    sender: shippingFrom as PostalAddress | null, // held by a CHECK, and parsed by the output
    recipient: (shippingTo as PostalAddress | null) ?? goes, // likewise
  };
}

async function firstAddress(db: Database, customerId: string): Promise<PostalAddress | null> {
  const { organizationId, customer, createdAt, id } = columnsIn(addresses.table);
  if (!organizationId || !customer || !createdAt || !id) throw new Error("an address has a customer");
  const [row] = await db.query
    .select()
    .from(addresses.table)
    .where(and(eq(organizationId, db.organizationId), eq(customer, customerId)))
    .orderBy(asc(createdAt), asc(id))
    .limit(1);
  return row ? postalOutput.parse(withoutNulls(row)) : null;
}

function withoutNulls(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
