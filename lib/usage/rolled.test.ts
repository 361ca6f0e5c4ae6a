import { pino } from "pino";
import postgres from "postgres";
import { expect, it } from "vitest";
import { decodeId } from "@/lib/ids";
import { leasesOf } from "@/lib/jobs/leases";
import { workerPool } from "@/lib/jobs/pool";
import { testDatabase } from "@/lib/testing/database";
import { makeRecord, resourceNamed } from "@/lib/testing/resource-cases";
import { makeShipment, someAddress } from "@/lib/testing/work-records";
import {
  addMember,
  createOrganization,
  createSuperAdmin,
  guard,
  type Organization,
  platformHandle,
} from "@/lib/testing/world";
import { viewPlatformUsage } from "./console-operations";
import { viewUsage } from "./operations";

const roll = () => guard`select guard.roll_usage(o.id) from guard.counted_organizations() as o (id)`;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** A shipment of some days ago, with what it cost in euros. */
async function shipmentOf(organization: Organization, { days, price, currency = "EUR" }: Sent): Promise<string> {
  const id = decodeId("shp", await makeShipment(organization)) ?? "";
  await guard`update public.shipments set created_at = ${daysAgo(days)}, price = ${price}, currency = ${currency}
    where organization_id = ${organization.id} and id = ${id}`;
  return id;
}

type Sent = { days: number; price: number; currency?: string };

async function world(): Promise<{ organization: Organization; first: string }> {
  const organization = await createOrganization();
  await guard`update public.organizations set currency = 'EUR' where id = ${organization.id}`;
  const first = await shipmentOf(organization, { days: 12, price: 500 });
  await shipmentOf(organization, { days: 12, price: 250 });
  await shipmentOf(organization, { days: 12, price: 9000, currency: "USD" });
  await shipmentOf(organization, { days: 5, price: 100 });
  await shipmentOf(organization, { days: 0, price: 40 });
  const order = decodeId("ord", await makeRecord(organization, resourceNamed("orders"))) ?? "";
  await guard`update public.orders set created_at = ${daysAgo(8)}, total = 7700, currency = 'EUR'
    where organization_id = ${organization.id} and id = ${order}`;
  return { organization, first };
}

const figuresOf = async ({ owner }: Organization) => {
  const { days, shipments, spend, orders, volume } = await owner.handle.run(viewUsage, {});
  return { days: days.map(({ members: _, ...day }) => day), shipments, spend, orders, volume };
};

it("comes to the same once the worker counted the days as before", async () => {
  const { organization } = await world();
  const counted = await figuresOf(organization);
  expect(counted).toMatchObject({ shipments: 5, spend: 890, orders: 1, volume: 7700 });
  await roll();
  const rows = await guard<{ n: number }[]>`
    select count(*)::int as n from public.record_days where organization_id = ${organization.id}`;
  expect(rows).toEqual([{ n: 5 }]); // four days, one of them in two currencies
  expect(await figuresOf(organization)).toEqual(counted);
  await roll();
  expect(await figuresOf(organization)).toEqual(counted);
});

it("reads what the worker wrote of earlier days, and not the records again", async () => {
  const { organization } = await world();
  await roll();
  await guard`update public.record_days set shipments = 70 where organization_id = ${organization.id}
    and day < now() - interval '10 days' and currency = 'EUR'`;
  expect((await figuresOf(organization)).shipments).toBe(73); // with the one in dollars, and two later ones
});

it("counts a day anew when something of it changed, ended or moved to another clock", async () => {
  const { organization, first } = await world();
  await roll();
  await guard`update public.shipments set price = 800, updated_at = now() where organization_id = ${organization.id} and id = ${first}`;
  await roll();
  expect((await figuresOf(organization)).spend).toBe(1190);
  await guard`delete from public.shipment_parcels where organization_id = ${organization.id} and shipment_id = ${first}`;
  await guard`delete from public.shipments where organization_id = ${organization.id} and id = ${first}`;
  await roll();
  expect(await figuresOf(organization)).toMatchObject({ shipments: 4, spend: 390 });
  await guard`update public.organizations set time_zone = 'Pacific/Kiritimati' where id = ${organization.id}`;
  const live = await figuresOf(organization);
  await roll();
  const rolled = await figuresOf(organization);
  expect(rolled).toMatchObject({ shipments: 4, spend: 390 });
  expect(rolled.days.at(-1)?.date).toBe(live.days.at(-1)?.date);
  const zones = await guard`select time_zone from guard.record_marks where organization_id = ${organization.id}`;
  expect(zones).toMatchObject([{ time_zone: "Pacific/Kiritimati" }]);
});

it("leaves the sums of all branches to who is of all", async () => {
  const { organization } = await world();
  const member = await addMember(organization, { role: "admin" });
  await guard`update public.memberships set all_branches = false where id = ${member.membershipId}`;
  await roll();
  expect((await member.handle.run(viewUsage, {})).shipments).toBe(0);
});

it("is summed up for the console, test records left out", async () => {
  const { organization } = await world();
  await guard`insert into public.shipments (organization_id, id, reference, status, service, sender, recipient, currency, test_mode)
    values (${organization.id}, guard.uuid7(), 'T-1', 'draft', 'standard', ${guard.json(someAddress)}, ${guard.json(someAddress)}, 'EUR', true)`;
  await roll();
  await guard`insert into public.usage_days as u (organization_id, day, api_calls, api_errors)
    values (${organization.id}, current_date, 900000000, 7) on conflict (organization_id, day) do update
    set api_calls = excluded.api_calls, api_errors = excluded.api_errors`;
  const seen = await platformHandle(await createSuperAdmin()).run(viewPlatformUsage, { days: 30 });
  expect(seen.days).toHaveLength(30);
  expect(seen.days.at(-1)?.calls).toBeGreaterThanOrEqual(900_000_000);
  const mine = seen.top.find(({ slug }) => slug === organization.slug);
  expect(mine).toMatchObject({ calls: 900_000_000, errors: 7, shipments: 5, most: null });
  await guard`delete from public.usage_days where organization_id = ${organization.id}`;
});

it("says of a day that comes to more than can be counted that it comes to the most", async () => {
  const organization = await createOrganization();
  await shipmentOf(organization, { days: 3, price: 9_000_000_000_000_000 });
  await guard`insert into public.shipments (organization_id, id, reference, status, service, sender, recipient, currency, price, created_at)
    select organization_id, guard.uuid7(), 'R-' || n, status, service, sender, recipient, currency, price, created_at
    from public.shipments, generate_series(1, 1030) n where organization_id = ${organization.id}`;
  await roll();
  const rows =
    await guard`select spend::text, shipments::int from public.record_days where organization_id = ${organization.id}`;
  expect(rows).toEqual([{ spend: "9000000000000000000", shipments: 1031 }]);
});

it("counts every other organization where one cannot be counted, and then fails", async () => {
  const made = [await createOrganization(), await createOrganization(), await createOrganization()];
  for (const organization of made) await shipmentOf(organization, { days: 3, price: 100 });
  const [, odd] = made;
  const { owner, worker } = await testDatabase();
  const sql = postgres(owner, { max: 1, onnotice: () => undefined });
  await sql.unsafe(`alter table record_days add constraint odd check (organization_id <> '${odd?.id}')`);
  const pool = workerPool(worker, 1, pino({ level: "silent" }));
  const rolled = leasesOf(pool).rollUsage();
  await expect(rolled).rejects.toThrow(`Usage of 1 could not be counted, such as ${odd?.id}: new row`);
  const counted = async ({ id }: Organization) =>
    (await guard`select from public.record_days where organization_id = ${id}`).length;
  expect(await Promise.all(made.map(counted))).toEqual([1, 0, 1]);
  await sql`alter table record_days drop constraint odd`;
  await Promise.all([sql.end(), pool.end()]);
});
