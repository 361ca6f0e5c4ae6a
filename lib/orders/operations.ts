import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { defineOperation } from "@/lib/access/operation";
import { requireVerdict } from "@/lib/access/verdict";
import { idInput, idOutput } from "@/lib/ids";
import { weightUnit } from "@/lib/measures/schema";
import { type Line, linesOutput } from "@/lib/resource/output";
import { presentLines } from "@/lib/resource/present";
import { recordsRepository } from "@/lib/resource/repository";
import { goodsOf } from "./goods";
import { orders } from "./resource";
import { followsVerdict, type OrderStatus } from "./rules";

const lineFields = orders.lines?.fields ?? {};
const input = z.strictObject({ id: idInput("ord") });
const output = z.object({ id: idOutput("ord"), reference: z.string(), status: z.string() });

const goods = z.object({
  sku: z.string().nullable(),
  customsCode: z.string().nullable(),
  origin: z.string().nullable(),
  weight: z.number().nullable(),
  weightUnit,
});

/** A line with what is known of its product, in the organization's unit. */
export type OrderLine = Line & { goods: z.output<typeof goods> | null };

const changes = {
  shownBy: orders.operations.find,
  lock: (db: Database, { id }: { id: string }) => recordsRepository(db, orders).findForUpdate(id),
};

export const listOrderLines = defineOperation({
  name: "orders.lines",
  scope: "organization",
  permission: "orders.view",
  access: "read",
  summary: "List the lines of several orders at once",
  input: z.strictObject({ ids: z.array(idInput("ord")).max(100) }),
  output: linesOutput("ord", lineFields, { goods: goods.nullable() }) as unknown as z.ZodType<OrderLine[], OrderLine[]>, // with what was just added
  run: async ({ db, actor, input: { ids } }) => {
    const lines = await recordsRepository(db, orders).linesOfMany(ids);
    const shown = await presentLines({ db, rights: actor.rights }, lineFields, lines);
    const known = await goodsOf(
      db,
      lines.map(({ product }) => product).filter((id) => typeof id === "string"),
    );
    return shown.map((line, index) => ({
      ...line,
      recordId: String(lines[index]?.recordId),
      goods: known.get(String(lines[index]?.product)) ?? null,
    }));
  },
});

export const confirmOrder = defineOperation({
  name: "orders.confirm",
  scope: "organization",
  permission: "orders.update",
  access: "write",
  summary: "Confirm an order",
  input,
  output,
  rest: { method: "post", path: "/orders/{id}/confirm", status: 200 },
  changes,
  run: (context) => moveOrder(context.db, context.input.id, "confirmed"),
});

export const fulfilOrder = defineOperation({
  name: "orders.fulfil",
  scope: "organization",
  permission: "orders.update",
  access: "write",
  summary: "Mark an order as fulfilled",
  input,
  output,
  rest: { method: "post", path: "/orders/{id}/fulfil", status: 200 },
  changes,
  run: (context) => moveOrder(context.db, context.input.id, "fulfilled"),
});

export const cancelOrder = defineOperation({
  name: "orders.cancel",
  scope: "organization",
  permission: "orders.cancel",
  access: "write",
  summary: "Cancel an order",
  input,
  output,
  rest: { method: "post", path: "/orders/{id}/cancel", status: 200 },
  changes,
  run: (context) => moveOrder(context.db, context.input.id, "cancelled"),
});

async function moveOrder(db: Database, id: string, to: OrderStatus) {
  const records = recordsRepository(db, orders);
  const order = await records.findForUpdate(id);
  requireVerdict(followsVerdict(order.status as OrderStatus, to)); // held by a CHECK
  await records.update(id, { status: to });
  return { id, reference: String(order.reference), status: to };
}
