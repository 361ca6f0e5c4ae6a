import type { Transaction } from "../database";
import { address, person, regions, trader } from "./demo-places";
import type { Trade } from "./demo-shipments";
import { Dice } from "./random";
import { insertMany, type Made, withoutAudit } from "./write";

const day = 86_400_000;

const wares = [
  ["Desk lamp", 3900, 1400],
  ["Filter coffee, 1 kg", 1890, 1050],
  ["Cycling gloves", 2450, 180],
  ["Ceramic bowl", 1600, 620],
  ["Torque wrench", 8900, 2100],
  ["Notebook, ruled", 690, 310],
  ["Rain jacket", 11900, 540],
  ["Linen tablecloth", 5400, 880],
  ["Puzzle, 1,000 pieces", 2290, 760],
  ["Reading glasses", 3200, 90],
  ["Cordless drill", 14900, 1900],
  ["Garden shears", 2790, 640],
] as const;

const boxes = [
  ["Small box", 250, 180, 100, 120],
  ["Shoe box", 350, 220, 130, 210],
  ["Large box", 600, 400, 400, 780],
  ["Tube", 900, 110, 110, 260],
  ["Half pallet", 800, 600, 1200, 9500],
  ["Euro pallet", 1200, 800, 1500, 22_000],
] as const;

const texts = [
  [
    "Packing slip",
    "packing_slip",
    "{{organization.name}}\n\nOrder {{order.reference}}, {{today}}\n\nFor {{recipient.name}}\n{{recipient.company}}\n{{recipient.street}}\n{{recipient.postcode}} {{recipient.city}}\n{{recipient.country}}\n\nThank you. Keep this slip for returns.\n",
  ],
  [
    "On its way",
    "message",
    "Dear {{recipient.name}},\n\nyour parcel {{shipment.reference}} left us today by {{shipment.service}}.\nFollow it with {{shipment.tracking_number}}.\n\n{{organization.name}}\n",
  ],
  ["Shelf label", "label", "{{shipment.reference}}\n{{recipient.city}}\n{{shipment.weight}}\n"],
] as const;

type Shipped = { id: string; createdAt: Date }[];

/** Customers with addresses and orders, products, presets, assets, pieces, connections and templates. */
export async function makeRecords(sql: Transaction, made: Made, trade: Trade, shipped: Shipped): Promise<void> {
  const dice = new Dice(made.slug.length * 104_729 + trade.shipments);
  const ago = (days: number) => new Date(Date.now() - days * day);
  const row = (days: number) => {
    const at = ago(days);
    return { organization_id: made.id, id: dice.id(at), created_at: at.toISOString(), updated_at: at.toISOString() };
  };
  const span = trade.months * 30;
  const aged = () => row(dice.between(2, span - 5));
  const branches = await sql<
    { id: string }[]
  >`select id from public.branches where organization_id = ${made.id} order by code`;

  const customers = Array.from({ length: trade.customers }, () => {
    const company = dice.chance(0.6);
    const name = company ? `${trader(dice)} ${dice.pick(["Ltd", "& Co", "Group", "Studio", "Trading"])}` : person(dice);
    return {
      ...aged(),
      name,
      kind: company ? "company" : "person",
      email: `${name.toLowerCase().replace(/[^a-z]+/g, ".")}${dice.between(1, 99)}@customers.example`,
      phone: `+1 312 555 0${dice.between(100, 199)}`,
      tax_id: company ? `T${dice.between(10_000_000, 99_999_999)}` : null,
      notes: dice.chance(0.15)
        ? dice.pick(["Pays within 14 days.", "Deliver before ten.", "Ask for Rita at the gate."])
        : null,
    };
  });
  const addresses = customers
    .filter(() => dice.chance(0.8))
    .map(({ id, created_at, updated_at }) => ({
      ...{ organization_id: made.id, id: dice.id(new Date(created_at)), created_at, updated_at, customer_id: id },
      ...nulled(address(dice, regions[trade.region])),
    }));
  const products = wares.map(([name, price, weight], index) => ({
    ...aged(),
    name,
    sku: `A-${1000 + index * 7}`,
    price,
    currency: trade.currency,
    weight_g: weight,
    origin: dice.pick(["NL", "DE", "US", "PT"]),
    customs_code: `${dice.between(3000, 9600)}.${dice.between(10, 99)}`,
    active: index !== 10,
    description: null,
  }));
  const parcels = boxes.map(([name, length, width, height, weight]) => ({
    ...aged(),
    ...{ name, length_mm: length, width_mm: width, height_mm: height, weight_g: weight },
  }));
  const assets = Array.from({ length: trade.assets }, (_, index) => {
    const kind = index % 5 === 4 ? "printer" : index % 3 === 2 ? "equipment" : "vehicle";
    return {
      ...aged(),
      name: `${{ vehicle: "Van", equipment: "Forklift", printer: "Label printer" }[kind]} ${index + 1}`,
      code: `${made.slug.slice(0, 2).toUpperCase()}-${100 + index}`,
      kind,
      status: dice.pick(["in_use", "in_use", "in_use", "spare", "repair"]),
      serial: dice.chance(0.5) ? `SN${dice.between(100_000, 999_999)}` : null,
      branch_id: branches[index % branches.length]?.id ?? null,
      capacity_g: kind === "vehicle" ? dice.between(8, 35) * 100_000 : null,
      notes: null,
    };
  });
  const places = new Map(addresses.map((row) => [row.customer_id, placeOf(row)]));
  const orders = Array.from({ length: trade.orders }, (_, index) => {
    const age = span * (1 - (index + dice.roll()) / trade.orders);
    const base = row(age);
    const lines = Array.from({ length: dice.between(1, 4) }, (_line, position) => {
      const product = dice.pick(products as [(typeof products)[number], ...typeof products]); // there are twelve
      return {
        ...{ organization_id: made.id, id: dice.id(ago(age)), order_id: base.id, position: position + 1 },
        ...{ product_id: product.id, description: product.name, quantity: dice.between(1, 24), price: product.price },
      };
    });
    const customer = customers[dice.between(0, customers.length - 1)]?.id;
    return {
      lines,
      order: {
        ...base,
        reference: `ORD-${String(index + 1).padStart(6, "0")}`,
        status:
          age > 20
            ? dice.chance(0.94)
              ? "fulfilled"
              : "cancelled"
            : age > 5
              ? dice.pick(["confirmed", "fulfilled"])
              : dice.pick(["open", "confirmed"]),
        branch_id: branches[index % branches.length]?.id ?? null,
        customer_id: customer ?? null,
        shipping_to: index % 3 === 0 ? null : (places.get(customer ?? "") ?? null),
        channel: dice.pick(["web", "web", "web", "phone", "email", "counter", "api"]),
        placed_on: base.created_at.slice(0, 10),
        total: lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0),
        currency: trade.currency,
        notes: dice.chance(0.1) ? "Gift: leave the price off the slip." : null,
      },
    };
  });
  const newest = shipped.slice(-Math.min(60, shipped.length));
  const pieces = newest.map(({ id }, index) => ({
    ...row(index / 40),
    reference: `PCE-${String(index + 1).padStart(6, "0")}`,
    description: dice.pick(["Carton", "Crate", "Bag", "Half pallet"]),
    status: dice.pick(["expected", "in_stock", "in_stock", "loaded", "missing"]),
    shipment_id: id,
    order_id: dice.chance(0.5) ? (orders.at(-1 - (index % orders.length))?.order.id ?? null) : null,
    weight_g: dice.between(300, 24_000),
  }));
  const connections = [
    { name: "UPS account", carrier: "ups", active: true },
    { name: "DHL Express trial", carrier: "dhl_express", test_mode: true, active: true },
    { name: "Own fleet", carrier: "own_fleet", active: true },
  ].map((each) => ({ ...aged(), test_mode: false, ...each, account: `${dice.between(100_000, 999_999)}` }));
  const templates = texts.map(([name, kind, body]) => ({ ...aged(), name, kind, body, active: true }));

  const tables: [string, Record<string, unknown>[]][] = [
    ["customers", customers],
    ["addresses", addresses],
    ["products", products],
    ["parcels", parcels],
    ["assets", assets],
    ["orders", orders.map(({ order }) => order)],
    ["order_lines", orders.flatMap(({ lines }) => lines)],
    ["pieces", pieces],
    ["carrier_connections", connections],
    ["templates", templates],
  ];
  await withoutAudit(
    sql,
    tables.map(([name]) => name),
    async () => {
      for (const [name, rows] of tables) await insertMany(sql, name, rows);
    },
  );
  await sql`insert into guard.counters (organization_id, name, value)
    values (${made.id}, 'orders', ${orders.length}), (${made.id}, 'pieces', ${pieces.length})`;
}

type SavedAddress = { [Part in keyof ReturnType<typeof address>]: string | null };

/** Of a saved address what an order keeps. */
function placeOf({ name, company, street, extra, city, region, postcode, country, phone, email }: SavedAddress) {
  const parts = { name, company, street, extra, city, region, postcode, country, phone, email };
  return Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, value ?? ""]));
}

/** Parts that an address does not have are null in the table. */
function nulled(given: ReturnType<typeof address>): SavedAddress {
  const parts = Object.entries(given).map(([name, value]) => [name, value === "" ? null : value]);
  return Object.fromEntries(parts) as SavedAddress; // the same keys
}
