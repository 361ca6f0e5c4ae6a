import { readFile } from "node:fs/promises";
import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { catalogue } from "@/lib/catalogue";
import { scratchDatabase } from "@/lib/testing/database";
import { migrate } from "./migrate";

const urls = await scratchDatabase();
const sql = postgres(urls.superuser, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

/** Every form that a function of the database had in a version, but what a migration drops: append-only. */
const known = (await readFile(new URL("./sql/known-functions.txt", import.meta.url), "utf8")).trim().split("\n");

type Form = { form: string; identity: string; definition: string; rights: string };

function forms(): Promise<Form[]> {
  return sql<Form[]>`
    select p.oid::regproc || '(' || pg_get_function_arguments(p.oid) || ') returns ' || pg_get_function_result(p.oid) as form,
      p.oid::regprocedure::text as identity, pg_get_functiondef(p.oid) as definition,
      pg_get_userbyid(p.proowner) || ':' || coalesce((select string_agg(a::text, ' ' order by a::text) from unnest(p.proacl) a), '') as rights
    from pg_proc p where p.pronamespace::regnamespace::text in ('guard', 'audit') order by 2`;
}

it("knows each function's form, so that a later one is tried on databases that have it", async () => {
  const missing = (await forms()).map(({ form }) => form).filter((form) => !known.includes(form));
  expect(missing, "Add these lines to db/sql/known-functions.txt, and let the old ones stand").toEqual([]);
});

it("gets from every earlier form of a function to today's, with nothing left over and no right lost", async () => {
  const now = await forms();
  const earlier = known.filter((form) => !now.some((each) => each.form === form));
  expect(earlier.length).toBeGreaterThan(30);
  for (const form of earlier) await putBack(form);
  await sql`delete from berth_migrations.repeatable`;
  await migrate({ catalogue, ownerUrl: urls.owner, workerUrl: urls.worker, log: () => undefined });
  expect(await forms()).toEqual(now);
});

/** Makes an empty function of an earlier form, in the place of the one that has its argument types now. */
async function putBack(form: string): Promise<void> {
  const [, schema = "", rest = ""] = /^(guard|audit)\.(.*)$/.exec(form) ?? [];
  await sql.begin(async (transaction) => {
    await transaction.unsafe("set local check_function_bodies = off; create schema earlier authorization berth_guard");
    await transaction.unsafe("set local role berth_guard");
    await transaction.unsafe(`create function earlier.${rest} language plpgsql as 'begin end'`);
    const [made] = await transaction<{ plain: string }[]>`
      select format('%I(%s)', proname, oidvectortypes(proargtypes)) as plain from pg_proc
      where pronamespace = 'earlier'::regnamespace`;
    await transaction.unsafe(`drop function if exists ${schema}.${made?.plain}`);
    await transaction.unsafe(`alter function earlier.${made?.plain} set schema ${schema}`);
    await transaction.unsafe("reset role; drop schema earlier");
  });
}
