import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createShipment } from "@/lib/shipments/operations";
import { testDatabase } from "@/lib/testing/database";
import { bothModes, createKeyOf, inModeOf, type Mode } from "@/lib/testing/modes";
import { makeRecord, resourceNamed } from "@/lib/testing/resource-cases";
import { someShipment } from "@/lib/testing/work-records";
import { createOrganization, guard, type Organization, request } from "@/lib/testing/world";
import { inBothModes } from "./wall/modes";

// Everything here runs as berth_app with no code of ours in between.
const { app, superuser } = await testDatabase();
const sql = postgres(app, { max: 1, onnotice: () => undefined, prepare: false });
const admin = postgres(superuser, { max: 1, onnotice: () => undefined });
afterAll(() => Promise.all([sql.end(), admin.end()]));

type Transaction = postgres.TransactionSql;
let organization: Organization;
let keys: Record<Mode, string>;

const tables = (
  await guard<{ name: string }[]>`select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'test_mode'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`
).map(({ name }) => name);

beforeAll(async () => {
  organization = await createOrganization();
  keys = { live: await createKeyOf(organization, "live"), test: await createKeyOf(organization, "test") };
  for (const mode of bothModes) {
    const there = inModeOf(organization, mode);
    await there.owner.handle.run(createShipment, someShipment);
    for (const name of [
      "addresses",
      "products",
      "parcels",
      "assets",
      "carrier_connections",
      "templates",
      "pieces",
      "customers",
    ])
      await makeRecord(there, resourceNamed(name));
  }
});

/** By a session that asks for the mode, or by a key of it. */
async function open(transaction: Transaction, mode: Mode, by: "session" | "key" = "session"): Promise<void> {
  const info = transaction.json({ ...request(), ...(mode === "test" ? { test: true } : {}) });
  const { slug, owner } = organization;
  if (by === "key") await transaction`select guard.open(${keys[mode]}, '', null, 'shipments.update', ${info})`;
  else await transaction`select guard.open(${owner.hostSession}, ${slug}, null, 'shipments.update', ${info})`;
}

const inside = <T>(mode: Mode, work: (transaction: Transaction) => Promise<T>, by: "session" | "key" = "session") =>
  sql.begin(async (transaction) => {
    await open(transaction, mode, by);
    return work(transaction);
  });

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code ?? "no code",
  );

/** The same context with the other mode written into it. */
const turned = `overlay(current_setting('berth.context') placing
  case substr(current_setting('berth.context'), 70, 1) when '1' then '0' else '1' end from 70)`;

it("finds the tables of records", () => {
  expect(tables.length).toBeGreaterThan(14);
  expect(tables.filter((name) => name in inBothModes)).toEqual([]);
});

describe.each(bothModes)("in %s mode", (mode) => {
  it.each(["session", "key"] as const)("a %s sees rows of its mode alone, in every table", async (by) => {
    for (const name of tables) {
      const read = (transaction: Transaction) => transaction.unsafe(`select distinct test_mode from ${name}`);
      const seen = (await inside(mode, read, by)).map((row) => row.test_mode);
      const [own] = await guard.unsafe(`select from public.${name} where test_mode = ${mode === "test"} limit 1`);
      const there = own ? [mode === "test"] : [];
      expect(seen, name).toEqual(there);
    }
  });

  it("a row that was written before does not open the other mode's", async () => {
    const counted = await inside(mode, async (transaction) => {
      await transaction`update shipments set notes = 'written'`;
      return transaction`select distinct test_mode from shipments`;
    });
    expect(counted.map((row) => row.test_mode)).toEqual([mode === "test"]);
  });

  it("no row of the other mode is written, and none changes its mode", async () => {
    const other = mode === "live";
    const own = (transaction: Transaction) =>
      transaction`insert into parcels (organization_id, id, name, length_mm, width_mm, height_mm, test_mode, created_at, updated_at)
        values (${organization.id}, gen_random_uuid(), 'Box', 1, 1, 1, ${other}, now(), now())`;
    expect(await refusal(inside(mode, own))).toBe("42501");
    expect(await refusal(inside(mode, (transaction) => transaction`update shipments set test_mode = ${other}`))).toBe(
      "42501",
    );
    const [given] = await inside(mode, async (transaction) => {
      await transaction`insert into parcels (organization_id, id, name, length_mm, width_mm, height_mm, created_at, updated_at)
        values (${organization.id}, gen_random_uuid(), 'Own box', 1, 1, 1, now(), now())`;
      return transaction`select test_mode from parcels where name = 'Own box'`;
    });
    expect(given?.test_mode).toBe(mode === "test");
  });

  it("a reference into the other mode is refused by its key", async () => {
    const [customer] = await guard<{ id: string }[]>`select id from public.customers
      where organization_id = ${organization.id} and test_mode = ${mode === "live"} limit 1`;
    const refer = (transaction: Transaction) => transaction`update addresses set customer_id = ${customer?.id ?? ""}`;
    expect(await refusal(inside(mode, refer))).toBe("23503");
  });

  it("a context whose mode was changed holds nothing any more", async () => {
    for (const name of tables) {
      const read = async (transaction: Transaction) => {
        await transaction.unsafe(`select set_config('berth.context', ${turned}, true)`);
        return transaction.unsafe(`select * from ${name}`);
      };
      expect(await refusal(inside(mode, read)), name).toBe("42501");
    }
  });

  it("a context that changes while a statement reads shows nothing of the other mode", async () => {
    const statements = [
      `select test_mode, set_config('berth.context', ${turned}, true) from shipments`,
      `select s.test_mode from (select set_config('berth.context', ${turned}, true) offset 0) x cross join lateral
        (select * from shipments where x.set_config is not null) s`,
      `select s.test_mode from (select set_config('berth.context', ${turned}, true) offset 0) x
        join shipments s on s.organization_id = '${organization.id}' and x.set_config is not null`,
    ];
    for (const statement of statements) {
      const seen = await inside(mode, (transaction) => transaction.unsafe(statement)).catch(
        (error: { code?: string }) => error.code,
      );
      if (Array.isArray(seen)) for (const row of seen) expect(row.test_mode, statement).toBe(mode === "test");
      else expect(seen, statement).toBe("42501");
    }
  });
});

it("a test context without its transaction's number holds nothing: the number cannot be left behind", async () => {
  const copied = await inside("test", async (transaction) => {
    const [row] =
      await transaction`select current_setting('berth.context') as context, current_setting('berth.detail') as detail`;
    return row;
  });
  const replay = sql.begin(async (transaction) => {
    await transaction`select set_config('berth.context', ${String(copied?.context)}, true), set_config('berth.detail', ${String(copied?.detail)}, true)`;
    return transaction`select * from shipments`;
  });
  expect(await refusal(replay)).toBe("42501");
});

it("without the policy both modes are seen, so that all of this can fail", async () => {
  await admin`drop policy mode on parcels`;
  const both = await inside("live", (transaction) => transaction`select distinct test_mode from parcels`);
  expect(both).toHaveLength(2);
});
