import { describe, expect, it } from "vitest";
import { decodeId, encodeId } from "@/lib/ids";
import { deliveriesOf, plan, ship } from "@/lib/testing/receivers";
import { untilWaitedFor } from "@/lib/testing/waiting";
import { insertEndpoint } from "@/lib/testing/webhooks";
import { createOrganization, guard, type Organization } from "@/lib/testing/world";
import { deleteWebhook, disableWebhook, enableWebhook, findWebhook, updateWebhook } from "./operations";

const first = "00000000-0000-0000-0000-000000000000";

/** A claim that begins with an organization's first endpoint; answers how much it got of whom. */
async function claimFrom({ id }: Organization): Promise<Map<string, number>> {
  type Claimed = { organization: string; deliveries: unknown[] };
  const [row] = await guard<{ claimed: { endpoints: Claimed[] } }[]>`
    select guard.lease_deliveries(64, 64, 60, array[${id}, ${first}]::uuid[]) as claimed`;
  return new Map(row?.claimed.endpoints.map(({ organization, deliveries }) => [organization, deliveries.length]));
}

const countOf = async ({ id }: Organization, state: string, error: string | null = null) =>
  (
    await guard`select from public.webhook_deliveries
    where organization_id = ${id} and state = ${state} and last_error is not distinct from ${error}`
  ).length;

describe("a webhook with very much to be sent [S88]", () => {
  async function backlog(amount: number) {
    const organization = await createOrganization();
    const endpoint = await insertEndpoint(organization, { events: ["shipment.created"] });
    await ship(organization);
    await plan(organization);
    await guard`insert into public.webhook_deliveries (organization_id, id, endpoint_id, event_id, event, due_at, created_at)
      select organization_id, guard.uuid7(), endpoint_id, event_id, event, due_at, created_at
      from public.webhook_deliveries, generate_series(2, ${amount}) where organization_id = ${organization.id}`;
    return { organization, id: encodeId("whk", endpoint), endpoint };
  }

  it("keeps no claim of others waiting while it is stopped, and all of it stops", async () => {
    const [{ organization, id }, other] = [await backlog(10_000), await createOrganization()];
    await insertEndpoint(other, { events: ["shipment.created"] });
    await ship(other);
    await organization.owner.handle.run(disableWebhook, { id });
    expect(await countOf(organization, "waiting")).toBe(5000);
    expect(await claimFrom(organization)).toEqual(new Map([[other.id, 1]]));
    expect(await countOf(organization, "waiting")).toBe(3000);
    for (let claim = 0; claim < 2; claim += 1) await claimFrom(organization);
    expect(await countOf(organization, "failed", "disabled")).toBe(10_000);
  });

  it("sends nothing of what it is not sent any more, however much waited", async () => {
    const { organization, id } = await backlog(5100);
    await organization.owner.handle.run(updateWebhook, { id, events: ["key.created"] });
    expect(await countOf(organization, "waiting")).toBe(100);
    await guard`update guard.webhook_endpoints set is_slow = false where organization_id = ${organization.id}`;
    for (let claim = 0; claim < 2; claim += 1) expect((await claimFrom(organization)).has(organization.id)).toBe(false);
    expect(await countOf(organization, "failed", "not_sent")).toBe(5100);
  });
});

describe("what happened before a worker looked", () => {
  it("keeps nobody waiting who changes a webhook, however much it is, and goes to the new address", async () => {
    const organization = await createOrganization();
    const endpoint = await insertEndpoint(organization, { events: ["shipment.created"] });
    const { handle } = organization.owner;
    const id = encodeId("whk", endpoint);
    const untold = async () =>
      (await guard`select from guard.event_outbox where organization_id = ${organization.id}`).length;
    await ship(organization);
    const url = "https://new.example.com/hook";
    await handle.run(updateWebhook, { id, url, description: "Elsewhere", events: ["shipment.created"] });
    expect([await untold(), await handle.run(findWebhook, { id })]).toMatchObject([1, { url }]);
    await handle.run(updateWebhook, { id, events: ["shipment.created", "key.created"] });
    for (const change of [disableWebhook, enableWebhook]) await handle.run(change, { id });
    expect([await untold(), (await deliveriesOf(organization)).length]).toEqual([1, 1]);
  });

  it("goes by what its webhook was then", async () => {
    const organization = await createOrganization();
    const [stopped, narrowed] = [
      await insertEndpoint(organization, { events: ["shipment.created"] }),
      await insertEndpoint(organization, { events: ["shipment.created", "key.created"] }),
    ];
    const { handle } = organization.owner;
    await ship(organization);
    await handle.run(disableWebhook, { id: encodeId("whk", stopped) });
    await ship(organization);
    await handle.run(updateWebhook, { id: encodeId("whk", narrowed), events: ["key.created"] });
    await insertEndpoint(organization, { events: ["shipment.created"] });
    const made = await deliveriesOf(organization);
    expect(made.map(({ webhook, lastError }) => `${lastError} ${webhook}`).sort()).toEqual([
      `disabled ${encodeId("whk", stopped)}`,
      `not_sent ${encodeId("whk", narrowed)}`,
      `not_sent ${encodeId("whk", narrowed)}`,
    ]);
  });

  it("is sent to no webhook that was made after it", async () => {
    const organization = await createOrganization();
    const before = await insertEndpoint(organization, { events: ["shipment.created"] });
    await ship(organization);
    await insertEndpoint(organization, { events: ["shipment.created"] });
    await plan(organization);
    const sent =
      await guard`select endpoint_id from public.webhook_deliveries where organization_id = ${organization.id}`;
    expect(sent.map(({ endpoint_id }) => endpoint_id)).toEqual([before]);
  });

  it("waits behind no other organization that tells much more", async () => {
    const [loud, other] = [await createOrganization(), await createOrganization()];
    for (const organization of [loud, other]) await insertEndpoint(organization, { events: ["shipment.created"] });
    await guard`select guard.queue_event(${loud.id}, guard.uuid7(), 'shipment.created', false) from generate_series(1, 3000)`;
    await ship(other);
    expect((await claimFrom(loud)).get(other.id)).toBe(1);
    await guard`delete from guard.event_outbox where organization_id = ${loud.id}`;
    await guard`delete from public.webhook_deliveries where organization_id = ${loud.id}`;
  });
});

describe("planning and a change of the same organization's webhooks at one moment [S118]", () => {
  const left = ({ id }: Organization) => guard`select from public.webhook_deliveries where organization_id = ${id}`;

  async function told() {
    const organization = await createOrganization();
    const endpoint = await insertEndpoint(organization, { events: ["shipment.created"] });
    await ship(organization);
    const remove = () => organization.owner.handle.run(deleteWebhook, { id: encodeId("whk", endpoint) });
    return { organization, endpoint, remove };
  }

  it("leave nothing of a webhook that is deleted while deliveries for it are planned", async () => {
    const { organization, remove } = await told();
    const { deleted } = await guard.begin(async (planning) => {
      await planning`select guard.plan_deliveries(${organization.id}, null)`;
      const deleted = remove();
      await untilWaitedFor(planning);
      return { deleted };
    });
    await deleted;
    expect(await left(organization)).toHaveLength(0);
  });

  it("leave nothing of one for which is planned while it is deleted, and keep no claim waiting", async () => {
    const { organization, endpoint, remove } = await told();
    const other = await told();
    await plan(organization);
    await ship(organization);
    const { deleted } = await guard.begin(async (holding) => {
      await holding`select from public.webhook_deliveries where organization_id = ${organization.id} for update`;
      const deleted = remove();
      await untilWaitedFor(holding);
      expect((await claimFrom(organization)).get(other.organization.id)).toBe(1);
      return { deleted };
    });
    await deleted;
    await claimFrom(organization);
    expect(await left(organization)).toHaveLength(0);
    expect(await guard`select from guard.event_outbox where organization_id = ${organization.id}`).toHaveLength(0);
    expect(await guard`select from guard.webhook_endpoints where id = ${endpoint}`).toHaveLength(0);
  });

  it("keep no claim waiting where its maker left while somebody changes it", async () => {
    const [{ organization, endpoint }, other] = [await told(), await told()];
    await guard`update guard.webhook_endpoints set created_by = guard.uuid7() where id = ${endpoint}`;
    await plan(organization);
    await guard.begin(async (changing) => {
      await changing`select from guard.webhook_endpoints where id = ${endpoint} for update`;
      expect(await claimFrom(organization)).toEqual(new Map([[other.organization.id, 1]]));
    });
    expect((await claimFrom(organization)).size).toBe(0);
    expect(await countOf(organization, "failed", "disabled")).toBe(1);
  });
});

it("two organizations that tell much of which nothing is sent keep no third one waiting [S88]", async () => {
  const world = await Promise.all([createOrganization(), createOrganization(), createOrganization()]);
  const [one, two, other] = world.sort((a, b) => (a.id < b.id ? -1 : 1));
  if (!one || !two || !other) throw new Error("There are three.");
  await insertEndpoint(other, { events: ["shipment.created"] });
  for (const { id } of [one, two])
    await guard`select guard.queue_event(${id}, guard.uuid7(), 'shipment.created', false) from generate_series(1, 5000)`;
  await ship(other);
  let [after, claims] = [[first, first], 0];
  for (let sent = false; !sent; claims += 1) {
    type Claimed = { endpoints: { organization: string }[]; after: string[]; more: boolean };
    const [row] = await guard<
      { claimed: Claimed }[]
    >`select guard.lease_deliveries(64, 64, 60, ${after}::uuid[]) as claimed`;
    after = row?.claimed.after ?? after;
    sent = row?.claimed.endpoints.some(({ organization }) => organization === other.id) ?? false;
    expect(sent || row?.claimed.more).toBe(true);
  }
  expect(claims).toBeLessThan(5);
  await guard`delete from guard.event_outbox where organization_id = any (${[one.id, two.id]})`;
});

it("what was planned while a webhook was made to get less does not go out [S89]", async () => {
  const organization = await createOrganization();
  const endpoint = await insertEndpoint(organization, { events: ["shipment.created", "key.created"] });
  const id = encodeId("whk", endpoint);
  await ship(organization);
  const [planned] = await deliveriesOf(organization);
  await organization.owner.handle.run(updateWebhook, { id, events: ["key.created"] });
  // As if the shipment's transaction had ended only now.
  await guard`update public.webhook_deliveries set state = 'waiting', finished_at = null, last_error = null
    where organization_id = ${organization.id} and id = ${decodeId("whd", planned?.id ?? "") ?? ""}`;
  expect((await claimFrom(organization)).has(organization.id)).toBe(false);
  expect(await deliveriesOf(organization)).toMatchObject([{ state: "failed", lastError: "not_sent" }]);
});

it("a change of one field brings back nothing that somebody else changes at that moment", async () => {
  const organization = await createOrganization();
  const endpoint = await insertEndpoint(organization, { events: ["*"] });
  const id = encodeId("whk", endpoint);
  const { handle } = organization.owner;
  const changing = await guard.begin(async (transaction) => {
    await transaction`update guard.webhook_endpoints set events = '{key.created}' where id = ${endpoint}`;
    const described = handle.run(updateWebhook, { id, description: "Ours" });
    await untilWaitedFor(transaction);
    return { described };
  });
  expect(await changing.described).toMatchObject({ description: "Ours", events: ["key.created"] });
  expect(await handle.run(findWebhook, { id })).toMatchObject({ description: "Ours", events: ["key.created"] });
});

it("a try that ends while its webhook is deleted leaves nothing behind", async () => {
  const organization = await createOrganization();
  const endpoint = await insertEndpoint(organization, { events: ["shipment.created"] });
  await ship(organization);
  await claimFrom(organization);
  // As one of which nothing is to be written down but the try.
  await guard`update guard.webhook_endpoints set is_slow = false, last_delivery_at = now() where id = ${endpoint}`;
  const changing = await guard.begin(async (transaction) => {
    await transaction`select guard.settle_deliveries(jsonb_agg(jsonb_build_object('organization', d.organization_id, 'id', d.id,
        'lease', d.lease, 'at', now(), 'url', 'x', 'milliseconds', 5, 'status', 200)))
      from public.webhook_deliveries d where d.organization_id = ${organization.id}`;
    const deleted = organization.owner.handle.run(deleteWebhook, { id: encodeId("whk", endpoint) });
    await untilWaitedFor(transaction);
    return { deleted };
  });
  await changing.deleted;
  expect(await guard`select from public.webhook_attempts where organization_id = ${organization.id}`).toHaveLength(0);
  expect(await guard`select from public.webhook_deliveries where organization_id = ${organization.id}`).toHaveLength(0);
});

it("what a worker says whose lease another one took over counts for nothing [S118]", async () => {
  const organization = await createOrganization();
  await insertEndpoint(organization, { events: ["shipment.created"] });
  await ship(organization);
  await claimFrom(organization);
  const settle = async (status: number, lease: "own" | "old") => {
    const [row] = await guard<{ counted: number }[]>`
      select s.counted from (select jsonb_agg(jsonb_build_object('organization', d.organization_id, 'id', d.id, 'lease',
          case when ${lease} = 'own' then d.lease else guard.uuid7() end, 'at', now(), 'url', 'x', 'milliseconds', 5,
          'status', ${status}::int)) as tried
        from public.webhook_deliveries d where d.organization_id = ${organization.id}) o, guard.settle_deliveries(o.tried) s`;
    return row?.counted;
  };
  expect(await settle(200, "old")).toBe(0);
  expect(await deliveriesOf(organization)).toMatchObject([{ state: "sending", attempts: 0 }]);
  expect(await settle(503, "own")).toBe(1);
  expect(await settle(200, "own")).toBe(0); // nothing is under way any more
  expect(await deliveriesOf(organization)).toMatchObject([{ state: "waiting", attempts: 1, lastStatus: 503 }]);
});
