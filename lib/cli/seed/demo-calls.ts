import { encodeId } from "@/lib/ids";
import type { Transaction } from "../database";
import { Dice } from "./random";
import { insertMany, type Made } from "./write";

type Key = { id: string; label: string };
type Row = Record<string, unknown>;
type Known = { keys: Key[]; shipments: string[]; host: string };
type Call = {
  method: string;
  path: string;
  operation: string;
  need: string;
  status?: number;
  error?: string;
  entity?: string;
};

const keptDays = 30;
const hour = 3_600_000;

/** Calls of the last weeks by the organization's keys: busy by day, quiet at night and on Sundays, with a few refusals. */
export async function makeCalls(sql: Transaction, made: Made, aDay: number): Promise<void> {
  const keys = await sql<Key[]>`select id, label from guard.api_keys
    where organization_id = ${made.id} and label in ('Web shop', 'Warehouse scanners') order by id`;
  const shipments = await sql<{ id: string }[]>`
    select id from public.shipments where organization_id = ${made.id} order by created_at desc limit 60`;
  const known = {
    keys,
    shipments: shipments.map(({ id }) => encodeId("shp", id)),
    host: `${made.slug}.berth.localhost`,
  };
  const dice = new Dice(aDay);
  const now = Date.now();
  const rows: Row[] = [];
  for (let day = keptDays - 1; day >= 0; day -= 1) {
    const quiet = new Date(now - day * 24 * hour).getUTCDay() % 6 === 0 ? 0.3 : 1;
    const count = Math.round(aDay * quiet * (0.7 + 0.6 * dice.roll()));
    for (let n = 0; n < count; n += 1)
      rows.push(
        rowOf(made, { at: new Date(now - day * 24 * hour - dice.between(0, 23) * hour * dice.roll()), known, dice }),
      );
  }
  rows.sort((a, b) => String(a.at).localeCompare(String(b.at)));
  const numbered = rows.map((row, at) => ({ ...row, number: at + 1 }));
  await insertMany(sql, "api_calls", numbered);
  await sql`insert into guard.call_numbers (organization_id, last) values (${made.id}, ${rows.length})`;
  await sumUp(sql, made.id);
}

/** The days of these calls, and of some weeks before whose calls are let go of already. */
async function sumUp(sql: Transaction, organization: string): Promise<void> {
  await sql`insert into public.usage_days (organization_id, day, api_calls, api_errors)
    select c.organization_id, (c.at at time zone g.time_zone)::date, count(*), count(*) filter (where c.status >= 400)
    from public.api_calls c join public.organizations g on g.id = c.organization_id
    where c.organization_id = ${organization} group by 1, 2
    union all
    select ${organization}, d::date, 40 + abs(hashtext(d::text)) % 60, abs(hashtext(d::text)) % 5
    from generate_series(current_date - 89, current_date - ${keptDays + 2}::int, interval '1 day') d`;
}

/** An organization whose limits are nearly reached, by what was agreed beside its plan. */
export async function tightenLimits(sql: Transaction, { id }: Made): Promise<void> {
  await sql`update public.organizations set plan_limits = jsonb_build_object('api_calls_a_day', 500, 'max_users',
      (select count(*) + 1 from public.memberships where organization_id = ${id} and status = 'active')),
    plan_reason = 'A trial until the contract is signed' where id = ${id}`;
  await sql`insert into guard.call_counts (organization_id, credential_id, since, calls, day, day_calls)
    select ${id}, '00000000-0000-0000-0000-000000000000', now(), 0, guard.day_of(${id}), 437
    on conflict (organization_id, credential_id) do update set day_calls = excluded.day_calls`;
  await sql`insert into public.usage_days as u (organization_id, day, api_calls) values (${id}, guard.day_of(${id}), 437)
    on conflict (organization_id, day) do update set api_calls = excluded.api_calls`;
}

function rowOf({ id: organization }: Made, { at, known, dice }: { at: Date; known: Known; dice: Dice }): Row {
  const call = callOf(known, dice);
  const key = known.keys[dice.chance(0.7) ? 0 : known.keys.length - 1];
  const asked = bodyOf(call);
  const answer = answerOf(call, known);
  const id = dice.id(at);
  return {
    organization_id: organization,
    id,
    at: at.toISOString(),
    method: call.method,
    path: call.path,
    query: call.operation.endsWith(".list") ? "limit=50" : "",
    host: known.host,
    operations: [call.operation],
    needs: [call.need],
    status: call.status ?? 200,
    error: call.error ?? null,
    milliseconds: dice.chance(0.03) ? dice.between(400, 1900) : dice.between(4, 90),
    credential_kind: "key",
    credential_id: key?.id ?? id,
    membership_id: null,
    caller: key?.label ?? "Key",
    test_mode: false,
    address: dice.pick(["203.0.113.24", "203.0.113.25", "198.51.100.60"]),
    agent: dice.pick(["berth-sdk/1.0 node/22", "python-requests/2.32", "curl/8.5.0"]),
    request_id: dice.id(at),
    headers: { accept: "application/json", authorization: "Token [masked]" },
    entities: call.entity ? [call.entity] : [],
    request: asked,
    request_bytes: asked?.length ?? 0,
    response: answer,
    response_bytes: answer.length,
  };
}

function callOf({ shipments }: Known, dice: Dice): Call {
  const entity = shipments[dice.between(0, Math.max(0, shipments.length - 1))] ?? "";
  const read = { operation: "shipments.find", need: "shipments.view", path: `/api/v1/shipments/${entity}`, entity };
  const turn = dice.roll();
  if (turn < 0.32) return { method: "GET", ...read };
  if (turn < 0.58)
    return { method: "GET", path: "/api/v1/shipments", operation: "shipments.list", need: "shipments.view" };
  if (turn < 0.72) return { method: "GET", path: "/api/v1/orders", operation: "orders.list", need: "orders.view" };
  if (turn < 0.84)
    return {
      method: "POST",
      path: "/api/v1/shipments",
      operation: "shipments.create",
      need: "shipments.create",
      status: 201,
      entity,
    };
  if (turn < 0.94) return { method: "POST", path: "/graphql", operation: "shipments.list", need: "shipments.view" };
  const refused = { status: 422, error: "invalid", operation: "shipments.create", need: "shipments.create" };
  if (turn < 0.97) return { method: "POST", path: "/api/v1/shipments", ...refused };
  if (turn < 0.99) return { method: "GET", ...read, status: 404, error: "not_found" };
  return { method: "GET", ...read, status: 429, error: "calls_of_credential" };
}

function bodyOf({ method, path }: Call): string | null {
  if (method === "GET") return null;
  if (path === "/graphql")
    return JSON.stringify({
      query: "{\n  shipments {\n    edges {\n      node {\n        id\n        status\n      }\n    }\n  }\n}",
      variables: {},
    });
  return JSON.stringify({ service: "standard", parcels: [{ weight: 2.4, length: 30, width: 20, height: 12 }] });
}

function answerOf({ method, status = 200, error, entity, path }: Call, { shipments }: Known): string {
  if (error) return JSON.stringify({ errors: [{ code: error, message: wordsOf(status), level: "error" }] });
  if (path === "/graphql") return JSON.stringify({ data: { shipments: { edges: [] } } });
  if (entity) return JSON.stringify({ id: entity, status: method === "POST" ? "draft" : "in_transit" });
  const found = path === "/api/v1/shipments" ? shipments.slice(0, 3) : [];
  return JSON.stringify({ data: found.map((id) => ({ id, status: "in_transit" })), next_cursor: null });
}

function wordsOf(status: number): string {
  if (status === 404) return "There is no such shipment.";
  if (status === 429) return "This credential called more often than it may in a minute.";
  return "Some fields need another look.";
}
