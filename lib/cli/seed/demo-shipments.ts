import type { ShipmentStatus } from "@/lib/shipments/rules";
import type { Transaction } from "../database";
import { address, regions } from "./demo-places";
import { Dice } from "./random";
import { insertMany, type Made, withoutAudit } from "./write";

/** `parent`: the code of the one above, which comes before it. Records belong to depots. */
export type DemoBranch = {
  name: string;
  code: string;
  kind: "region" | "depot" | "department";
  parent?: string;
  place?: { street: string; city: string; region?: string; postcode: string; country: string };
  zone?: string;
};

export type Trade = {
  shipments: number;
  customers: number;
  orders: number;
  assets: number;
  months: number;
  region: keyof typeof regions;
  currency: string;
  branches: DemoBranch[];
  home: {
    name: string;
    company: string;
    street: string;
    city: string;
    region: string;
    postcode: string;
    country: string;
  };
};

const hour = 3_600_000;
const way: ShipmentStatus[] = ["ready", "picked_up", "in_transit", "out_for_delivery", "delivered"];
const troubles = [
  "Nobody was there",
  "Address not found",
  "Damaged at the depot",
  "Refused by the recipient",
  "Held at customs",
] as const;
const contents = [
  "Books",
  "Spare parts",
  "Clothing",
  "Ceramics",
  "Lighting",
  "Samples",
  "Documents",
  "Coffee",
  "Tools",
] as const;
const services = ["standard", "standard", "standard", "express", "economy", "same_day", "freight"] as const;

/** Branches, and shipments spread over the months up to now: the older ones delivered, the newest still on their way. */
export async function makeShipments(
  sql: Transaction,
  made: Made,
  trade: Trade,
): Promise<{ id: string; createdAt: Date }[]> {
  const dice = new Dice(made.slug.length * 7919 + trade.shipments);
  const now = Date.now();
  const branches = branchRows(trade, made, () => dice.id(new Date(now - trade.months * 30 * 24 * hour)));
  const depots = branches.filter(({ kind }) => kind === "depot");
  const shipments = Array.from({ length: trade.shipments }, (_, index) => {
    const age = trade.months * 30 * 24 * hour * (1 - (index + dice.roll()) / trade.shipments);
    return makeOne({
      made,
      trade,
      dice,
      branch: dice.chance(0.92) ? depots[dice.between(0, depots.length - 1)]?.id : undefined,
      number: index + 1,
      at: now - age,
      now,
    });
  });
  await withoutAudit(sql, ["branches", "shipments", "shipment_parcels", "shipment_events"], async () => {
    await insertMany(sql, "branches", branches);
    await insertMany(
      sql,
      "shipments",
      shipments.map(({ shipment }) => shipment),
    );
    await insertMany(
      sql,
      "shipment_parcels",
      shipments.flatMap(({ parcels }) => parcels),
    );
    await insertMany(
      sql,
      "shipment_events",
      shipments.flatMap(({ events }) => events),
    );
  });
  await sql`insert into guard.counters (organization_id, name, value) values (${made.id}, 'shipments', ${trade.shipments})`;
  return shipments.map(({ shipment }) => ({ id: shipment.id, createdAt: new Date(shipment.created_at) }));
}

function branchRows({ branches }: Trade, { id: organization }: Made, newId: () => string) {
  const ids = new Map(branches.map(({ code }) => [code, newId()]));
  return branches.map(({ name, code, kind, parent, place, zone }) => ({
    organization_id: organization,
    id: ids.get(code) ?? newId(),
    name,
    code,
    kind,
    parent_id: (parent && ids.get(parent)) ?? null,
    street: place?.street ?? null,
    city: place?.city ?? null,
    region: place?.region ?? null,
    postcode: place?.postcode ?? null,
    country: place?.country ?? null,
    time_zone: zone ?? null,
  }));
}

type One = {
  made: Made;
  trade: Trade;
  dice: Dice;
  branch: string | undefined;
  number: number;
  at: number;
  now: number;
};

function makeOne({ made, trade, dice, branch, number, at, now }: One) {
  const id = dice.id(new Date(at));
  const course = courseOf(dice, at, now);
  const last = course.at(-1);
  const status = last?.status ?? "draft";
  const express = dice.pick(services);
  const parcels = Array.from({ length: dice.chance(0.75) ? 1 : dice.between(2, 4) }, (_, index) => ({
    organization_id: made.id,
    id: dice.id(new Date(at)),
    shipment_id: id,
    position: index + 1,
    description: dice.chance(0.6) ? dice.pick(contents) : null,
    weight_g: dice.between(200, express === "freight" ? 220_000 : 18_000),
    length_mm: dice.between(120, 900),
    width_mm: dice.between(100, 600),
    height_mm: dice.between(40, 500),
  }));
  const grams = parcels.reduce((sum, { weight_g }) => sum + weight_g, 0);
  const outward = dice.chance(0.8);
  const home = { extra: "", phone: "", email: "", ...trade.home };
  const other = address(dice, regions[trade.region]);
  return {
    shipment: {
      organization_id: made.id,
      id,
      reference: `SHP-${String(number).padStart(6, "0")}`,
      status,
      status_note: last?.note ?? null,
      service: express,
      sender: outward ? home : other,
      recipient: outward ? other : home,
      branch_id: branch ?? null,
      tracking_number: status === "draft" ? null : `BX${String(100_000_000 + number * 7 + dice.between(0, 6))}`,
      price: status === "draft" && dice.chance(0.5) ? null : 450 + Math.round(grams * 0.06) + dice.between(0, 300),
      currency: trade.currency,
      notes: dice.chance(0.12)
        ? dice.pick(["Ring twice.", "Leave at reception.", "Fragile.", "Call an hour before."])
        : null,
      delivered_at: status === "delivered" ? (last?.at ?? null) : null,
      created_at: new Date(at).toISOString(),
      updated_at: last?.at ?? new Date(at).toISOString(),
    },
    parcels,
    events: [{ status: "draft" as ShipmentStatus, note: null, at: new Date(at).toISOString() }, ...course].map(
      (step, index, all) => ({
        organization_id: made.id,
        id: dice.id(new Date(step.at)),
        shipment_id: id,
        from_status: index === 0 ? null : (all[index - 1]?.status ?? null),
        status: step.status,
        note: step.note,
        actor_name: made.ownerName,
        at: step.at,
      }),
    ),
  };
}

/** The steps that lie in the past; one in thirty meets trouble, most of those are solved, one in forty is cancelled. */
function courseOf(dice: Dice, at: number, now: number) {
  const steps: { status: ShipmentStatus; note: string | null; at: string }[] = [];
  let time = at;
  const step = (status: ShipmentStatus, hours: number, note: string | null = null): boolean => {
    time += hours * hour * (0.5 + dice.roll());
    if (time > now) return false;
    steps.push({ status, note, at: new Date(time).toISOString() });
    return true;
  };
  const cancelled = dice.chance(0.025);
  const trouble = dice.chance(0.033);
  for (const [index, status] of way.entries()) {
    if (cancelled && index === 1) {
      step("cancelled", 5, "Ordered twice");
      return steps;
    }
    if (trouble && index === 4 && !step("exception", 6, dice.pick(troubles))) return steps;
    if (trouble && index === 4 && dice.chance(0.15)) return steps;
    if (!step(status, [3, 9, 8, 26, 6][index] ?? 6)) return steps;
  }
  return steps;
}
