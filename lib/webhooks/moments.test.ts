import fc from "fast-check";
import type postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { plan } from "@/lib/testing/receivers";
import { untilWaitedFor } from "@/lib/testing/waiting";
import { insertEndpoint } from "@/lib/testing/webhooks";
import { createOrganization, guard, type Organization } from "@/lib/testing/world";
import { deleteWebhook, disableWebhook, enableWebhook, updateWebhook } from "./operations";

const types = ["shipment.created", "key.created"];

/** An event that an act tells, in a transaction of its own or in one that ends later. */
async function tell({ id }: Organization, type: string, within: postgres.ISql = guard): Promise<string> {
  const event = uuidv7();
  await within`with told as (
      insert into public.events (organization_id, id, type, record_type, record, created_at)
      values (${id}, ${event}, ${type}, 'shipments', '{}', clock_timestamp()) returning organization_id, id, type, test_mode)
    select guard.queue_event(organization_id, id, type, test_mode) from told`;
  return event;
}

/** `WEBHOOK EVENT STATE` of each delivery, the last with what it failed of. */
async function planned({ id }: Organization): Promise<string[]> {
  const rows = await guard<{ said: string }[]>`
    select concat_ws(' ', endpoint_id, event_id, state, last_error) as said from public.webhook_deliveries
    where organization_id = ${id}`;
  return rows.map(({ said }) => said).sort();
}

const keptChanges = async ({ id }: Organization) =>
  (await guard`select from guard.webhook_changes where organization_id = ${id}`).length;

/** What deliveries come to where each event is planned at the moment at which its act ends. */
class AtOnce {
  readonly deliveries = new Map<string, { endpoint: string; type: string; stands: string }>();
  readonly endpoints = new Map<string, { active: boolean; events: string[] }>();

  happened(event: string, type: string): void {
    for (const [endpoint, { active, events }] of this.endpoints)
      if (active && events.includes(type))
        this.deliveries.set(`${endpoint} ${event}`, { endpoint, type, stands: "waiting" });
  }

  changed(endpoint: string, is: { active: boolean; events: string[] }): void {
    this.endpoints.set(endpoint, is);
    for (const delivery of this.deliveries.values()) {
      if (delivery.endpoint !== endpoint || delivery.stands !== "waiting") continue;
      if (!is.active) delivery.stands = "failed disabled";
      else if (!is.events.includes(delivery.type)) delivery.stands = "failed not_sent";
    }
  }

  said = () => [...this.deliveries].map(([name, { stands }]) => `${name} ${stands}`).sort();
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("tell" as const), type: fc.constantFrom(...types) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("begin" as const),
      type: fc.constantFrom(...types),
      act: fc.constantFrom(0, 1),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("end" as const), act: fc.constantFrom(0, 1) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("sends" as const),
      webhook: fc.constantFrom(0, 1),
      events: fc.subarray(types, { minLength: 1 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("switch" as const),
      webhook: fc.constantFrom(0, 1),
      active: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("plan" as const), most: fc.constantFrom(1, 2) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Runs the steps, and answers what was planned, and what it comes to where each event is planned at once. */
async function played(steps: Step[]): Promise<{ is: string[]; should: string[]; kept: number }> {
  const organization = await createOrganization();
  const { handle } = organization.owner;
  const model = new AtOnce();
  // The third one keeps events coming while the others are off.
  const all = [
    await insertEndpoint(organization, { events: types }),
    await insertEndpoint(organization, { events: types }),
  ];
  all.push(await insertEndpoint(organization, { events: types }));
  for (const endpoint of all) model.changed(endpoint, { active: true, events: types });
  const acts = [await guard.reserve(), await guard.reserve()];
  const told: { event: string; type: string }[][] = [[], []];
  const end = async (act: number) => {
    const [sql, events] = [acts[act], told[act]?.splice(0) ?? []];
    if (events.length === 0) return;
    await sql?.unsafe("commit");
    for (const { event, type } of events) model.happened(event, type);
  };
  try {
    for (const each of steps) {
      if (each.does === "tell") model.happened(await tell(organization, each.type), each.type);
      else if (each.does === "begin") {
        const [sql, events] = [acts[each.act], told[each.act]];
        if (!sql || !events) continue;
        if (events.length === 0) await sql.unsafe("begin");
        events.push({ event: await tell(organization, each.type, sql), type: each.type });
      } else if (each.does === "end") await end(each.act);
      else if (each.does === "plan") await guard`select guard.plan_deliveries(${organization.id}, ${each.most})`;
      else {
        const endpoint = all[each.webhook] ?? "";
        const was = model.endpoints.get(endpoint) ?? { active: true, events: types };
        const id = encodeId("whk", endpoint);
        if (each.does === "sends") await handle.run(updateWebhook, { id, events: each.events });
        else await handle.run(each.active ? enableWebhook : disableWebhook, { id });
        model.changed(
          endpoint,
          each.does === "sends" ? { ...was, events: each.events } : { ...was, active: each.active },
        );
      }
    }
    for (const act of acts.keys()) await end(act);
  } finally {
    for (const act of acts) {
      await act.unsafe("rollback");
      act.release();
    }
  }
  await plan(organization);
  return { is: await planned(organization), should: model.said(), kept: await keptChanges(organization) };
}

describe("what a webhook is sent goes by what it was when an act ended [S118]", () => {
  it("in whatever order acts end, webhooks are changed and a worker plans", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25 }), async (steps) => {
        const { is, should, kept } = await played(steps);
        expect(is).toEqual(should);
        expect(kept).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it("and one that is created while an act runs is sent what the act tells", async () => {
    const organization = await createOrganization();
    const first = await insertEndpoint(organization);
    const before = await tell(organization, "key.created");
    const { second, event } = await guard.begin(async (act) => ({
      event: await tell(organization, "key.created", act),
      second: await insertEndpoint(organization),
    }));
    await plan(organization);
    expect(await planned(organization)).toEqual(
      [`${first} ${before} waiting`, `${first} ${event} waiting`, `${second} ${event} waiting`].sort(),
    );
  });

  it("and a change waits for a worker that plans, and a worker for no change", async () => {
    const organization = await createOrganization();
    const endpoint = await insertEndpoint(organization);
    const event = await tell(organization, "key.created");
    const { changed } = await guard.begin(async (planning) => {
      await planning`select guard.plan_deliveries(${organization.id}, 500)`;
      const changed = organization.owner.handle.run(disableWebhook, { id: encodeId("whk", endpoint) });
      await untilWaitedFor(planning);
      return { changed };
    });
    await changed;
    expect(await planned(organization)).toEqual([`${endpoint} ${event} failed disabled`]);
    await tell(organization, "key.created");
    await guard.begin(async (changing) => {
      await changing`update guard.webhook_endpoints set state = 'active', disabled_as = null where id = ${endpoint}`;
      const [row] = await guard`select guard.plan_if_free(${organization.id}, 500) as planned`;
      expect(row?.planned).toBeNull();
    });
    await plan(organization);
    expect(await planned(organization)).toHaveLength(1);
  });

  it("and nothing is kept of changes of one that is deleted, or before which nothing waits", async () => {
    const organization = await createOrganization();
    const endpoint = await insertEndpoint(organization);
    const id = encodeId("whk", endpoint);
    const { handle } = organization.owner;
    await handle.run(updateWebhook, { id, events: types });
    expect(await keptChanges(organization)).toBe(0);
    await tell(organization, "key.created");
    await handle.run(disableWebhook, { id });
    expect(await keptChanges(organization)).toBe(1);
    await handle.run(deleteWebhook, { id });
    expect(await keptChanges(organization)).toBe(0);
    await plan(organization);
    expect(await planned(organization)).toEqual([]);
  });
});
