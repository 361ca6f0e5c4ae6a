import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { z } from "zod";
import { Batch, type Statement } from "@/db/batch";
import { appPool } from "@/db/connection";
import { tenantResources } from "@/lib/testing/tenant-resources";
import { createOrganization, guard, type Organization } from "@/lib/testing/world";

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  Plans?: Plan[];
};
const explained = z.array(z.object({ "QUERY PLAN": z.array(z.object({ Plan: z.custom<Plan>() })) }));

const asked = new Map<string, Statement>();
let organization: Organization;
let tenantTables: Set<string>;

beforeAll(async () => {
  organization = await createOrganization();
  const tables = await guard<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
    where c.relnamespace in ('public'::regnamespace, 'audit'::regnamespace) and c.relkind = 'r'`;
  tenantTables = new Set(tables.map(({ name }) => name));
  await collect();
});

afterAll(() => vi.restoreAllMocks());

/** Runs every operation of an organization and keeps what it sent, once each. */
async function collect(): Promise<void> {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  for (const { operations, make, cases } of tenantResources)
    for (const operation of operations) {
      const given = cases?.[operation.name] ?? {};
      const own = given.ends ? await createOrganization() : organization;
      const id = (await (given.unmade ? given.make : (given.make ?? make))?.(own)) ?? "";
      const input = given.input?.(id, own) ?? (id ? { id } : {});
      const handle = given.as ? await given.as(own, id) : own.owner.handle;
      await handle.run(operation, input).catch(() => handle.run(operation, {}).catch(() => undefined));
    }
  for (const [query] of sent.mock.calls as unknown[][])
    if (query instanceof Batch)
      for (const statement of query.statements)
        if (/^\s*(select|with|insert|update|delete)/i.test(statement.text)) asked.set(statement.text, statement);
  sent.mockRestore();
}

/** Where a plan reaches rows of a tenant table by another way than its organization. */
function strayScans(plan: Plan): string[] {
  const bitmap = plan["Node Type"] === "Bitmap Heap Scan";
  const scans = / Scan$/.test(plan["Node Type"]) && tenantTables.has(plan["Relation Name"] ?? "") && !bitmap;
  const own = !scans || /\borganization_id = /.test(plan["Index Cond"] ?? "");
  const below = (plan.Plans ?? []).flatMap(strayScans);
  const index = plan["Node Type"] === "Bitmap Index Scan" && !/\borganization_id = /.test(plan["Index Cond"] ?? "");
  return [
    ...(own && !index ? [] : [`${plan["Node Type"]} of ${plan["Relation Name"] ?? plan["Index Name"]}`]),
    ...below,
  ];
}

it("every statement of every operation reaches tenant tables by organization_id", async () => {
  const client = await appPool().connect();
  const stray: string[] = [];
  let planned = 0;
  for (const { text, values } of asked.values()) {
    if (text.includes("guard.open")) continue;
    await client.query("begin");
    await client.query("select guard.open($1, $2, null, 'shell.view', '{}')", [
      organization.owner.hostSession,
      organization.slug,
    ]);
    // Tables of a test are small: without this the planner would rather read them whole.
    await client.query("set local enable_seqscan = off");
    const { rows } = await client.query(`explain (format json) ${text}`, values);
    for (const row of explained.parse(rows))
      for (const { Plan: plan } of row["QUERY PLAN"]) {
        planned += 1;
        stray.push(...strayScans(plan).map((scan) => `${scan}: ${text}`));
      }
    await client.query("rollback");
  }
  client.release();
  console.log(`${planned} statements planned, ${stray.length} not led by organization_id`);
  expect(stray).toEqual([]);
  expect(planned).toBeGreaterThan(80);
});
