import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { branches } from "@/db/schema/branches";
import { shipmentEvents } from "@/db/schema/shipment-events";
import { shipmentParcels } from "@/db/schema/shipment-parcels";
import { shipments } from "@/db/schema/shipments";
import type { Database } from "@/lib/access/database";
import { keyset } from "@/lib/access/list";
import { inMode } from "@/lib/access/mode";
import { spanOf } from "@/lib/access/span";
import { inBranches, withinReach } from "@/lib/branches/within";
import { BerthError } from "@/lib/errors";
import type { ListShipmentsInput } from "./schema";

export type Shipment = typeof shipments.$inferSelect;
export type Parcel = Omit<typeof shipmentParcels.$inferSelect, "organizationId" | "id" | "shipmentId" | "position">;
type NewShipment = Omit<typeof shipments.$inferInsert, "organizationId" | "id">;
export type ListedShipment = { shipment: Shipment; branch: { id: string; name: string } | null };

const sorts = {
  created: { by: shipments.createdAt, type: "timestamptz" },
  updated: { by: shipments.updatedAt, type: "timestamptz" },
  reference: { by: shipments.reference, type: "text" },
  price: { by: sql`coalesce(${shipments.price}, -1)`, type: "bigint" },
} as const;

const mostFound = 1000;

export function shipmentsRepository(db: Database) {
  const own = and(eq(shipments.organizationId, db.organizationId), inMode(db, shipments.testMode));
  const reach = withinReach(db, shipments.branchId, "shipments.view", { shared: false });
  const rows = () =>
    db.query
      .select({ shipment: shipments, branch: { id: branches.id, name: branches.name } })
      .from(shipments)
      .leftJoin(
        branches,
        and(eq(branches.organizationId, shipments.organizationId), eq(branches.id, shipments.branchId)),
      );
  return {
    async list(input: ListShipmentsInput) {
      const at = keyset(input, { list: "shipments.list", owner: db.organizationId, sorts, id: shipments.id });
      const found = await db.query
        .select({ shipment: shipments, branch: { id: branches.id, name: branches.name }, position: at.position })
        .from(shipments)
        .leftJoin(
          branches,
          and(eq(branches.organizationId, shipments.organizationId), eq(branches.id, shipments.branchId)),
        )
        .where(and(own, reach, at.after, ...filtersOf(db, input)))
        .orderBy(...at.orderBy)
        .limit(at.limit);
      return at.page(found);
    },
    /** How many the filters of a list show. */
    countListed: (input: ListShipmentsInput): Promise<number> =>
      db.query.$count(shipments, and(own, reach, ...filtersOf(db, input))),
    /** As countListed, bounded: more than `most` are `most`. */
    countListedUpTo(input: Filters, most: number): Promise<number> {
      const some = db.query
        .select({ one: sql`1`.as("one") })
        .from(shipments)
        .where(and(own, reach, ...filtersOf(db, input)))
        .limit(most)
        .as("some");
      return db.query.$count(some);
    },
    async find(id: string): Promise<ListedShipment> {
      const [row] = await rows().where(and(own, eq(shipments.id, id)));
      if (!row) throw new BerthError("not_found", "There is no such shipment.");
      return row;
    },
    /** As find, and nobody else changes it until this transaction ends. */
    async findForUpdate(id: string): Promise<Shipment> {
      const [row] = await db.query
        .select()
        .from(shipments)
        .where(and(own, eq(shipments.id, id)))
        .for("update");
      if (!row) throw new BerthError("not_found", "There is no such shipment.");
      return row;
    },
    /** Locked in the order of their ids, so that two of these never wait for each other in a circle. */
    lockMany: (ids: string[]): Promise<Shipment[]> =>
      db.query
        .select()
        .from(shipments)
        .where(and(own, inArray(shipments.id, ids)))
        .orderBy(asc(shipments.id))
        .for("update"),
    async create(values: NewShipment): Promise<string> {
      const id = uuidv7();
      await db.query.insert(shipments).values({ ...values, organizationId: db.organizationId, id });
      return id;
    },
    update: (id: string, values: Partial<NewShipment>) =>
      db.query
        .update(shipments)
        .set({ ...values, updatedAt: new Date() })
        .where(and(own, eq(shipments.id, id))),
    nextReference: () => db.call(sql`guard.next_reference('shipments', 'SHP-')`, z.string()),
    async replaceParcels(shipmentId: string, parcels: Parcel[]): Promise<void> {
      const ownParcels = eq(shipmentParcels.organizationId, db.organizationId);
      await db.query.delete(shipmentParcels).where(and(ownParcels, eq(shipmentParcels.shipmentId, shipmentId)));
      await db.query.insert(shipmentParcels).values(
        parcels.map((parcel, index) => ({
          ...parcel,
          organizationId: db.organizationId,
          id: uuidv7(),
          shipmentId,
          position: index + 1,
        })),
      );
    },
    parcels: (shipmentId: string): Promise<Parcel[]> =>
      db.query
        .select()
        .from(shipmentParcels)
        .where(and(eq(shipmentParcels.organizationId, db.organizationId), eq(shipmentParcels.shipmentId, shipmentId)))
        .orderBy(asc(shipmentParcels.position)),
    parcelsOfMany: (ids: string[]) =>
      db.query
        .select()
        .from(shipmentParcels)
        .where(and(eq(shipmentParcels.organizationId, db.organizationId), inArray(shipmentParcels.shipmentId, ids)))
        .orderBy(asc(shipmentParcels.shipmentId), asc(shipmentParcels.position)),
    /** How many parcels each of these has, and what they weigh together in grams. */
    async loads(ids: string[]): Promise<Map<string, { parcels: number; grams: number }>> {
      if (ids.length === 0) return new Map();
      const found = await db.query
        .select({
          id: shipmentParcels.shipmentId,
          parcels: sql`count(*)`.mapWith(Number),
          grams: sql`sum(${shipmentParcels.weight})`.mapWith(Number),
        })
        .from(shipmentParcels)
        .where(and(eq(shipmentParcels.organizationId, db.organizationId), inArray(shipmentParcels.shipmentId, ids)))
        .groupBy(shipmentParcels.shipmentId);
      return new Map(found.map(({ id, ...load }) => [id, load]));
    },
    history: (shipmentId: string) =>
      db.query
        .select()
        .from(shipmentEvents)
        .where(and(eq(shipmentEvents.organizationId, db.organizationId), eq(shipmentEvents.shipmentId, shipmentId)))
        .orderBy(asc(shipmentEvents.at), asc(shipmentEvents.id)),
    historyOfMany: (ids: string[]) =>
      db.query
        .select()
        .from(shipmentEvents)
        .where(and(eq(shipmentEvents.organizationId, db.organizationId), inArray(shipmentEvents.shipmentId, ids)))
        .orderBy(asc(shipmentEvents.shipmentId), asc(shipmentEvents.at), asc(shipmentEvents.id)),
    /** Who sent most of the last ones. */
    async usualSender(): Promise<unknown> {
      const last = db.query
        .select({ sender: shipments.sender })
        .from(shipments)
        .where(own)
        .orderBy(desc(shipments.createdAt), desc(shipments.id))
        .limit(30)
        .as("last");
      const [row] = await db.query
        .select({ sender: last.sender })
        .from(last)
        .groupBy(last.sender)
        .orderBy(desc(sql`count(*)`))
        .limit(1);
      return row?.sender ?? null;
    },
    /** Bounded: more than `most` are `most`. */
    async count(statuses: Shipment["status"][], branch: string[], most: number): Promise<number> {
      const some = db.query
        .select({ one: sql`1` })
        .from(shipments)
        .where(and(own, reach, inArray(shipments.status, statuses), inBranches(db, shipments.branchId, branch)))
        .limit(most)
        .as("some");
      return db.query.$count(some);
    },
  };
}

type Filters = Omit<ListShipmentsInput, "limit" | "cursor" | "sort">;

function filtersOf(db: Database, input: Filters): (SQL | undefined)[] {
  const { start, end } = spanOf(db, input);
  const { q, ids, status, service, branch, order, tracked, trackingNumber } = input;
  return [
    q ? sql`${shipments.id} in (select guard.search_records('shipments', ${q}, ${mostFound}))` : undefined,
    ids.length > 0 ? inArray(shipments.id, ids) : undefined,
    status.length > 0 ? inArray(shipments.status, status) : undefined,
    service.length > 0 ? inArray(shipments.service, service) : undefined,
    inBranches(db, shipments.branchId, branch),
    order.length > 0 ? inArray(shipments.orderId, order) : undefined,
    tracked.length === 1 ? (tracked[0] === "yes" ? isNotNull : isNull)(shipments.trackingNumber) : undefined,
    trackingNumber.length > 0 ? inArray(shipments.trackingNumber, trackingNumber) : undefined,
    start && gte(shipments.createdAt, start),
    end && lt(shipments.createdAt, end),
  ];
}
