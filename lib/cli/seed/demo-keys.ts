import { randomBytes } from "node:crypto";
import type { Scopes } from "@/lib/keys/scope-schema";
import type { Transaction } from "../database";
import { actAs, actAsOperator, type Made } from "./write";

type DemoKey = {
  label: string;
  scopes: Scopes;
  /** Days since it was made, and until it ends; without an end it lives on. */
  made: number;
  ends?: number;
  test?: true;
  revoked?: true;
};

const keys: DemoKey[] = [
  {
    label: "Web shop",
    scopes: { orders: "write", shipments: "write", customers: "read", addresses: "read" },
    made: 64,
    ends: 26,
  },
  { label: "Warehouse scanners", scopes: { orders: "read", shipments: "write", pieces: "write" }, made: 83, ends: 7 },
  { label: "Year-end report", scopes: { orders: "read", shipments: "read" }, made: 140 },
  { label: "Staging of the web shop", scopes: { orders: "write", shipments: "write" }, made: 21, ends: 69, test: true },
  { label: "Former web shop", scopes: { orders: "write", shipments: "write" }, made: 200, revoked: true },
];

/** Keys whose secrets nobody knows: they show what the page looks like. */
export async function makeKeys(sql: Transaction, made: Made): Promise<void> {
  await actAsOwner(sql, made, "keys.create");
  for (const { label, scopes, made: age, ends, test } of keys) {
    const secret = `key_${test ? "test_" : ""}${randomBytes(48).toString("hex").slice(0, 70)}`;
    const [row] = await sql<
      { id: string }[]
    >`select guard.insert_key(${made.id}, ${made.ownerMembership}, ${label}, ${secret},
      (select permissions from guard.rights where organization_id = ${made.id} and membership_id = ${made.ownerMembership})
        & guard.scope_rights(${sql.json(scopes)}), now() + ${ends ?? null}::int * interval '1 day', ${sql.json(scopes)}) as id`;
    await sql`update guard.api_keys set created_at = now() - ${age} * interval '1 day'
      where organization_id = ${made.id} and id = ${row?.id ?? null}`;
  }
  await actAsOperator(sql);
}

/** Each was used last by the last of its calls, and today's calls count against the day's limit. */
export async function noteUse(sql: Transaction, { id }: Made): Promise<void> {
  await sql`update guard.api_keys k set last_used_at = c.at, last_used_address = c.address
    from (select distinct on (credential_id) credential_id, at, address from public.api_calls
      where organization_id = ${id} order by credential_id, at desc) c
    where k.organization_id = ${id} and k.id = c.credential_id`;
  await sql`insert into guard.call_counts (organization_id, credential_id, since, calls, day, day_calls)
    select ${id}, '00000000-0000-0000-0000-000000000000', now(), 0, guard.day_of(${id}), count(*)
    from public.api_calls c join public.organizations g on g.id = c.organization_id
    where g.id = ${id} and (c.at at time zone g.time_zone)::date = guard.day_of(${id})`;
}

export async function endKeys(sql: Transaction, made: Made): Promise<void> {
  await actAsOwner(sql, made, "keys.revoke");
  for (const { label } of keys.filter(({ revoked }) => revoked))
    await sql`update guard.api_keys set revoked_at = now() - interval '58 days', ended_as = 'revoked',
      last_used_at = now() - interval '61 days', last_used_address = '198.51.100.60'
      where organization_id = ${made.id} and label = ${label}`;
  await actAsOperator(sql);
}

const actAsOwner = (sql: Transaction, made: Made, operation: string) =>
  actAs(sql, { userId: made.ownerId, operation, organizationId: made.id, membershipId: made.ownerMembership });
