import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settled } from "@/lib/access/after";
import { createKey } from "@/lib/keys/operations";
import { updateSettings } from "@/lib/settings/operations";
import { createShipment, setShipmentStatus } from "@/lib/shipments/operations";
import { testDatabase } from "@/lib/testing/database";
import { resourceNamed, sampleOf as sampleInput } from "@/lib/testing/resource-cases";
import { generalSettings } from "@/lib/testing/settings-records";
import { untilSettled } from "@/lib/testing/waiting";
import { someShipment } from "@/lib/testing/work-records";
import { addMember, createOrganization, guard, type Organization } from "@/lib/testing/world";
import { shownColumns } from "./fields";
import { eventNouns, eventTypes } from "./nouns";
import { findEvent, listEvents, listEventTypes } from "./operations";

let organization: Organization;
let other: pg.Client;

beforeAll(async () => {
  organization = await createOrganization();
  other = new pg.Client({ connectionString: (await testDatabase()).superuser });
  await other.connect();
});

afterAll(async () => other.end());

/** The security policy, what the console alone decides, files, a change of retention that is still to come, and the row's own story. */
const settingsKeptInside = [
  ...["factor_for", "factor_grace_days", "factor_since", "remember_devices", "session_hours", "session_idle_minutes"],
  ...["sign_in_ways", "sign_in_issuers", "allowed_networks", "api_calls", "api_calls_per_key"],
  ...["plan_features", "plan_limits", "plan_reason", "suspended_reason", "logo_file", "logo_dark_file"],
  ...["audit_retention_next", "audit_retention_next_from", "created_at", "deleted_at", "founded_by"],
];

/** Until what is told of acts can be read: no transaction that is older runs any more. */
async function untilTold(): Promise<void> {
  await settled();
  await untilSettled();
}

const typesOf = async ({ id }: Organization) =>
  (
    await guard<{ type: string }[]>`select type from public.events where organization_id = ${id} order by txid, seq`
  ).map(({ type }) => type);

describe("an event", () => {
  it("is of what the database tells of, by the same permission", async () => {
    const told = await guard<{ noun: string; of: string; permission: string }[]>`
      select noun, record_type as of, permission from guard.event_nouns order by noun`;
    const known = eventNouns.map(({ noun, of, permission }) => ({ noun, of, permission }));
    expect(told.map((each) => ({ ...each }))).toEqual(known.sort((a, b) => (a.noun < b.noun ? -1 : 1)));
    expect(new Set(eventTypes).size).toBe(eventTypes.length);
  });

  it("is nobody's any more after thirty days, also where nobody took it away yet", async () => {
    const mine = await createOrganization();
    const { handle } = mine.owner;
    await handle.run(createShipment, someShipment);
    await untilTold();
    const { data } = await handle.run(listEvents, { sort: "at" });
    const [first] = data;
    const id = first?.id ?? "";
    expect((await handle.run(findEvent, { id })).id).toBe(id);
    await guard`update public.events set created_at = now() - interval '30 days 1 minute' where organization_id = ${mine.id}`;
    expect((await handle.run(listEvents, {})).data).toEqual([]);
    await expect(handle.run(findEvent, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(handle.run(listEvents, { after: id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("names columns that there are", async () => {
    for (const { noun, of } of eventNouns) {
      const live = await guard<{ name: string }[]>`
        select attname as name from pg_attribute where attnum > 0 and not attisdropped
          and attrelid = coalesce(to_regclass(${`public.${of}`}), to_regclass(${`guard.${of}`}))`;
      expect(
        live.map(({ name }) => name),
        noun,
      ).toEqual(expect.arrayContaining(shownColumns[noun] ?? []));
    }
  });

  it("of settings shows each whose change sends it, but for those that are meant to stay inside", async () => {
    const sending = await guard<{ name: string }[]>`
      select a.attname as name from pg_attribute a join pg_trigger t on t.tgrelid = a.attrelid and t.tgname = 'events'
      where a.attrelid = 'public.organizations'::regclass and a.attnum > 0 and not a.attisdropped
        and a.attname not in ('id', 'updated_at') and a.attname <> all (string_to_array(encode(t.tgargs, 'escape'), '\\000'))
        and guard.event_types('organization', 'UPDATE', jsonb_build_object('state', 'active') || jsonb_build_object(a.attname, 1),
          jsonb_build_object('state', 'active') || jsonb_build_object(a.attname, 2)) = '{settings.updated}'
      order by 1`;
    const told = (shownColumns.settings ?? []).filter((name) => !["name", "slug", "state"].includes(name));
    expect(sending.map(({ name }) => name)).toEqual([...told, ...settingsKeptInside].sort());
  });

  it("commits with its act, under the name that says most, and carries the record's public fields", async () => {
    const { handle } = organization.owner;
    const made = await handle.run(createShipment, { ...someShipment, ready: true });
    await handle.run(setShipmentStatus, { id: made.id, status: "picked_up" });
    await untilTold();
    const { data } = await handle.run(listEvents, { record: made.id, sort: "at" });
    expect(data.map(({ type, karrioType }) => [type, karrioType])).toEqual([
      ["shipment.created", null],
      ["shipment.ready", "shipment_purchased"],
      ["shipment.picked_up", null],
    ]);
    expect(data[2]?.data).toMatchObject({
      object_type: "shipment",
      id: made.id,
      reference: made.reference,
      status: "picked_up",
      created_at: made.createdAt.toISOString(),
    });
    expect(JSON.stringify(data)).not.toContain(organization.id);
  });

  it("of an order carries its lines as they stood when the act was done, also where the lines alone changed", async () => {
    const { id, owner } = await createOrganization();
    const orders = resourceNamed("orders");
    const line = { description: "Pallet", quantity: 2, price: "10.00" };
    const made = await owner.handle.run(orders.operations.create, { channel: "web", currency: "EUR", lines: [line] });
    const lines = [{ ...line, description: "Crate" }];
    await owner.handle.run(orders.operations.update, { id: String(made.id), lines });
    await untilTold();
    const { data } = await owner.handle.run(listEvents, { record: String(made.id), sort: "at" });
    expect(data.map(({ type, data: told }) => [type, told?.lines])).toEqual([
      ["order.created", [{ product: null, description: "Pallet", quantity: 2, price: 1000 }]],
      ["order.updated", [{ product: null, description: "Crate", quantity: 2, price: 1000 }]],
    ]);
    const [kept] = await guard<{ n: number }[]>`
      select count(*)::int as n from public.events where organization_id = ${id} and record ? 'lines'`;
    expect(kept?.n).toBe(2);
  });

  it("of a shipment that did not reach its receiver says so beside that it needs attention", async () => {
    const { owner } = await createOrganization();
    const { id } = await owner.handle.run(createShipment, { ...someShipment, ready: true });
    for (const status of ["picked_up", "in_transit", "exception", "out_for_delivery", "exception"] as const)
      await owner.handle.run(setShipmentStatus, { id, status });
    await untilTold();
    const { data } = await owner.handle.run(listEvents, { record: id, sort: "at" });
    expect(data.slice(4).map(({ type, karrioType }) => [type, karrioType])).toEqual([
      ["shipment.needs_attention", "shipment_needs_attention"],
      ["shipment.out_for_delivery", "shipment_out_for_delivery"],
      ["shipment.needs_attention", "shipment_needs_attention"],
      ["shipment.delivery_failed", "shipment_delivery_failed"],
    ]);
  });

  it("of a rolled-back change is none [S118]", async () => {
    const before = await typesOf(organization);
    await guard
      .begin(async (sql) => {
        await sql`update public.organizations set city = 'Nowhere' where id = ${organization.id}`;
        throw new Error("rolled back on purpose");
      })
      .catch(() => undefined);
    expect(await typesOf(organization)).toEqual(before);
    await organization.owner.handle.run(updateSettings, {
      ...generalSettings,
      weight_unit: "kg",
      dimension_unit: "cm",
    });
    expect((await typesOf(organization)).slice(before.length)).toEqual([
      expect.stringMatching(/^(organization|settings)\.updated$/),
    ]);
  });

  it("carries no secret of a key or of a carrier [S73]", async () => {
    const { handle } = organization.owner;
    const { key } = await handle.run(createKey, { label: "Scanner" });
    const carriers = resourceNamed("carrier_connections");
    await handle.run(carriers.operations.create, { ...sampleInput(carriers), credentials: "a-carrier-secret-4711" });
    const kept = await guard<{ whole: string }[]>`
      select record::text as whole from public.events where organization_id = ${organization.id}`;
    expect(kept.length).toBeGreaterThan(2);
    for (const { whole } of kept) {
      expect(whole).not.toContain(key);
      expect(whole).not.toMatch(/"(hash|rights|credentials|search_text|name_key|profile_digest)"/);
    }
  });

  it("shows what it carries to those alone who may see such records", async () => {
    const { handle } = await addMember(organization, { role: "developer" });
    const shipment = await organization.owner.handle.run(createShipment, someShipment);
    await untilTold();
    const { data } = await handle.run(listEvents, { type: ["shipment.created", "key.created"] });
    expect(data.find(({ type }) => type === "key.created")?.data).toMatchObject({ object_type: "key" });
    const hidden = data.filter(({ type }) => type === "shipment.created");
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every((each) => each.data === null)).toBe(true);
    expect(JSON.stringify(data)).not.toContain(shipment.reference);
    const { data: kinds } = await handle.run(listEventTypes, {});
    expect(kinds.find(({ type }) => type === "shipment.created")?.seen).toBe(false);
  });
});

describe("following events", () => {
  it("loses none to a transaction that commits late", async () => {
    const { id, owner } = await createOrganization();
    const rename = (name: string) => `update public.organizations set city = '${name}' where id = '${id}'`;
    await untilTold();
    const [start] = (await owner.handle.run(listEvents, { sort: "at", limit: 100 })).data.slice(-1);
    const after = start?.id ?? "";
    await other.query(`begin; ${rename("Late")}`);
    const early = await owner.handle.run(createShipment, someShipment);
    expect((await owner.handle.run(listEvents, { after })).data).toEqual([]);
    await other.query("commit");
    await untilTold();
    const followed = (await owner.handle.run(listEvents, { after })).data;
    expect(followed.map(({ type }) => type)).toEqual(["organization.updated", "shipment.created"]);
    expect(followed[1]?.data?.id).toBe(early.id);
  });

  it("goes on from the last one, page by page, in the same order", async () => {
    const { owner } = await createOrganization();
    for (let n = 0; n < 5; n += 1) await owner.handle.run(createShipment, someShipment);
    await untilTold();
    const whole = (await owner.handle.run(listEvents, { sort: "at", limit: 100 })).data.map(({ id }) => id);
    const walked: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await owner.handle.run(listEvents, { sort: "at", limit: 2, ...(cursor && { cursor }) });
      walked.push(...page.data.map(({ id }) => id));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    expect(walked).toEqual(whole);
    const last = whole.at(-2) ?? "";
    expect((await owner.handle.run(listEvents, { after: last })).data.map(({ id }) => id)).toEqual(whole.slice(-1));
  });

  it("ends after thirty days", async () => {
    const { id, owner } = await createOrganization();
    await guard`insert into public.events (organization_id, id, type, record_type, record, created_at)
      select ${id}, overlay(guard.uuid7_at(at)::text placing '7000-8000' from 15 for 9)::uuid, 'role.created', 'roles', '{}', at
      from (values (now() - interval '31 days'), (now() - interval '29 days')) x (at)`;
    await untilTold();
    const shown = await owner.handle.run(listEvents, { type: ["role.created"], sort: "at" });
    const old = new Date(Date.now() - 20 * 86_400_000);
    expect(shown.data.filter(({ createdAt }) => createdAt < old)).toHaveLength(1);
    await guard`select guard.drop_old_events(100)`;
    const [kept] = await guard<{ n: number }[]>`select count(*)::int as n from public.events
      where organization_id = ${id} and created_at < now() - interval '20 days'`;
    expect(kept?.n).toBe(1);
    await expect(owner.handle.run(findEvent, { id: shown.data[0]?.id ?? "" })).resolves.toMatchObject({
      type: "role.created",
    });
  });
});
