import pg from "pg";
import postgres from "postgres";
import { beforeAll, expect, it, vi } from "vitest";
import { z } from "zod";
import { Batch, type Statement } from "@/db/batch";
import type { AnyOperation } from "@/lib/access/operation";
import { listEvents } from "@/lib/events/operations";
import { listLogs } from "@/lib/logs/operations";
import { listMembers } from "@/lib/members/operations";
import { testDatabase } from "@/lib/testing/database";
import { makeLog } from "@/lib/testing/logs";
import { makeRecord, resourceNamed } from "@/lib/testing/resource-cases";
import { createOrganization, type Organization } from "@/lib/testing/world";

type Plan = { "Node Type": string; "Actual Rows": number; Plans?: Plan[] };
const explained = z.tuple([z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: z.custom<Plan>() })]) })]);

/** Tables whose lists are kept, each with its lists' orders that an index has. */
const kept: Record<string, { list: AnyOperation; sorts: string[] }> = {
  memberships: { list: listMembers, sorts: ["name"] },
  orders: { list: resourceNamed("orders").operations.list, sorts: ["created", "reference"] },
  customers: { list: resourceNamed("customers").operations.list, sorts: ["created", "name"] },
  api_calls: { list: listLogs, sorts: ["at"] },
  events: { list: listEvents, sorts: ["at"] },
};

const random = "gen_random_uuid()";
let large: Organization;

/** One organization of 3,000 rows of each among 300 of two: what an average says is true of none of them. */
beforeAll(async () => {
  large = await createOrganization();
  for (const name of ["orders", "customers"]) await makeRecord(large, resourceNamed(name));
  await makeLog(large);
  const sql = postgres((await testDatabase()).superuser, { connection: { session_replication_role: "replica" } });
  for (const table of Object.keys(kept)) {
    const columns = await sql<{ name: string }[]>`
      select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' and identity_generation is null`;
    const names = columns.map(({ name }) => name);
    const copy = (organization: string, times: number) => {
      const other: Record<string, string> = {
        id: random,
        user_id: random,
        reference: `${random}::text`,
        organization_id: organization,
      };
      const values = names.map((name) => other[name] ?? name);
      return `insert into public.${table} (${names.join(", ")}) select ${values.join(", ")}
        from (select * from public.${table} where organization_id = '${large.id}' limit 1) r, generate_series(1, ${times}) n`;
    };
    await sql.unsafe(copy(`'${large.id}'`, 3000));
    await sql.unsafe(copy("md5((n % 300)::text)::uuid", 600));
    await sql.unsafe(`analyze public.${table}`);
  }
  await sql.end();
});

it.each(
  Object.entries(kept).flatMap(([table, { list, sorts }]) =>
    sorts.flatMap((sort) => [sort, `-${sort}`].map((order) => [table, order, list] as const)),
  ),
)("%s by %s are planned once for all organizations, and read in that order", async (_, sort, list) => {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  const run = async (more: object = {}) =>
    (await large.owner.handle.run(list, { sort, limit: 20, ...more })) as { next_cursor: string | null };
  for (let i = 0; i < 8; i++) await run({ cursor: (await run()).next_cursor });
  const { calls, contexts } = sent.mock;
  sent.mockRestore();
  const pages = new Map<string, { statement: Statement; opening: Statement; client: pg.Client }>();
  for (const [at, [query]] of (calls as unknown[][]).entries())
    if (query instanceof Batch)
      for (const statement of query.statements)
        if (statement.name && / limit /.test(statement.text))
          pages.set(statement.text, {
            statement,
            opening: query.statements.find(({ text }) => text.includes("guard.open")) as Statement, // rides before it
            client: contexts[at] as unknown as pg.Client,
          });
  expect(pages.size).toBe(2);
  for (const { statement, opening, client } of pages.values()) {
    const { rows } = await client.query(
      "select generic_plans, custom_plans from pg_prepared_statements where name = $1",
      [statement.name],
    );
    expect(rows).toEqual([{ generic_plans: expect.stringMatching(/^[1-9]/), custom_plans: "0" }]);
    await client.query("begin; set local plan_cache_mode = force_generic_plan");
    await client.query(opening.text, opening.values);
    const literals = statement.values.map((value) => (value === null ? "null" : pg.escapeLiteral(String(value))));
    const explain = await client.query(
      `explain (analyze, timing off, format json) execute ${statement.name} (${literals.join(", ")})`,
    );
    await client.query("rollback");
    const [
      {
        "QUERY PLAN": [{ Plan: plan }],
      },
    ] = explained.parse(explain.rows);
    expect(mostRows(plan), JSON.stringify(plan)).toBeLessThan(100);
  }
});

const mostRows = (plan: Plan): number => Math.max(plan["Actual Rows"], ...(plan.Plans ?? []).map(mostRows));
