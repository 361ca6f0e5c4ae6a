import { eq, sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { bigint, boolean, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type pg from "pg";
import { expect, it } from "vitest";
import { mapRowsAtOnce } from "./row-mapper";

const ships = pgTable("ships", {
  id: uuid("id").notNull(),
  name: text("name"),
  tons: bigint("tons", { mode: "number" }),
  afloat: boolean("afloat"),
  flags: text("flags").array(),
  builtAt: timestamp("built_at", { withTimezone: true }),
});
const ports = pgTable("ports", { id: uuid("id").notNull(), ship: uuid("ship"), name: text("name") });

const [id, other] = ["0190a5e0-1111-7111-8111-0190a5e01111", "0190a5e0-2222-7222-8222-0190a5e02222"];
const whole = [id, "Ada", "12", true, ["a", "b"], "2026-11-22 01:00:00.5+00"];
const bare = [other, null, null, null, null, null];
const at = sql<number>`7`.mapWith(Number).as("at");

const cases: [string, ask: (query: NodePgDatabase) => Promise<unknown>, rows: unknown[][]][] = [
  ["rows of a table", (query) => query.select().from(ships), [whole, bare]],
  [
    "chosen columns in objects, and expressions",
    (query) =>
      query.select({ ship: { id: ships.id, tons: ships.tons }, at, raw: sql`now()`, name: ships.name }).from(ships),
    [[id, "12", "7", "now", null]],
  ],
  [
    "a table joined, there and missing",
    (query) => query.select().from(ships).leftJoin(ports, eq(ports.ship, ships.id)),
    [
      [...whole, other, id, "Kiel"],
      [...whole, null, null, null],
      [...whole, other, null, null],
    ],
  ],
  [
    "a subquery joined, there and missing",
    (query) => {
      const named = query
        .select({ ship: ports.ship, all: sql`jsonb_agg(1)`.as("all") })
        .from(ports)
        .as("named");
      return query.select().from(ships).leftJoin(named, eq(named.ship, ships.id));
    },
    [
      [...bare, id, [1]],
      [...bare, null, null],
    ],
  ],
  [
    "an inner join",
    (query) => query.select().from(ships).innerJoin(ports, eq(ports.ship, ships.id)),
    [[...whole, id, null, null]],
  ],
  ["what a change returns", (query) => query.update(ships).set({ name: "x" }).returning(), [whole]],
  ["nothing", (query) => query.select().from(ships), []],
];

it.each(cases)("maps %s as drizzle does", async (_, ask, rows) => {
  const client = { query: async () => ({ rows, rowCount: rows.length }) } as unknown as pg.PoolClient;
  const [ours, theirs] = [await ask(mapRowsAtOnce(drizzle(client))), await ask(drizzle(client))];
  expect(ours).toStrictEqual(theirs);
});

it("keeps a joined row whose first chosen column is empty, which drizzle takes for missing", async () => {
  const rows = [["Ada", null, "Kiel"]];
  const client = { query: async () => ({ rows, rowCount: 1 }) } as unknown as pg.PoolClient;
  const found = await mapRowsAtOnce(drizzle(client))
    .select({ name: ships.name, port: { ship: ports.ship, name: ports.name } })
    .from(ships)
    .leftJoin(ports, eq(ports.ship, ships.id));
  expect(found).toEqual([{ name: "Ada", port: { ship: null, name: "Kiel" } }]);
});
