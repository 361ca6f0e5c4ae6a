import { Webhook } from "standardwebhooks";
import { describe, expect, it, vi } from "vitest";
import { settled } from "@/lib/access/after";
import { visitOrganization } from "@/lib/console/visit";
import { findEvent, listEvents, listEventTypes } from "@/lib/events/operations";
import { beginExport } from "@/lib/exports/operations";
import { encodeId } from "@/lib/ids";
import { listMembers } from "@/lib/members/operations";
import { leases } from "@/lib/testing/due";
import { actAs, supportReason } from "@/lib/testing/impersonation";
import { type Hit, receiver, ship, soon, work } from "@/lib/testing/receivers";
import { createRole } from "@/lib/testing/roles";
import { untilSettled } from "@/lib/testing/waiting";
import { insertEndpoint, testSecret } from "@/lib/testing/webhooks";
import {
  addMember,
  createOrganization,
  createSuperAdmin,
  guard,
  type Organization,
  platformHandle,
} from "@/lib/testing/world";
import { replayDelivery } from "@/lib/webhooks/delivery-operations";
import { createWebhook, rotateWebhookSecret, testWebhook } from "@/lib/webhooks/operations";
import { openAuditExport, startAuditExport } from "./export-operations";
import { listAudit } from "./operations";

const fields = ["action", "actor", "at", "id", "object_type", "operation", "permission", "reason", "record_id"];
const allFields = [...fields, "record_type", "request_id", "times", "via"];

/** What the owner finds of the trail among the events, the oldest first. */
async function told({ owner }: Organization) {
  await settled();
  await untilSettled();
  const { data } = await owner.handle.run(listEvents, { sort: "at", limit: 100 });
  return data.filter(({ type }) => type.startsWith("audit."));
}

const types = async (organization: Organization) => (await told(organization)).map(({ type }) => type);

describe("what the trail has beside changes of records is told", () => {
  it("as a refusal, once, and how often it came again, however often it comes", async () => {
    const organization = await createOrganization();
    const driver = await addMember(organization, { role: "driver" });
    for (let n = 0; n < 5; n += 1) await expect(driver.handle.run(listMembers, {})).rejects.toBeDefined();
    const [refusal, ...others] = await told(organization);
    expect(others).toEqual([]);
    expect(refusal).toMatchObject({
      type: "audit.refused",
      data: {
        ...{ object_type: "audit", operation: "members.list", action: "refused", via: "session", record_id: null },
        ...{ permission: "members.view", reason: "permission_missing", times: null },
        actor: expect.stringContaining(driver.email),
      },
    });
    expect(Object.keys(refusal?.data ?? {}).sort()).toEqual(allFields);
    const { data } = await organization.owner.handle.run(listAudit, { q: "action:refused" });
    expect([String(data[0]?.id), data[0]?.at.toISOString()]).toEqual([refusal?.data?.id, refusal?.data?.at]);
    await guard`update guard.refusal_tallies set until = now() - interval '1 second' where organization_id = ${organization.id}`;
    await leases().tellRefusals();
    expect((await told(organization)).map((each) => each.data?.times)).toEqual([null, 4]);
  });

  it("as exports of lists and of the trail, and as the fetching of a file", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    await handle.run(beginExport, { list: "shipments", query: { q: "a secret search" } });
    const { id } = await handle.run(startAuditExport, { q: "", format: "csv" });
    await guard`update public.audit_exports set phase = 'done' where organization_id = ${organization.id}`;
    await handle.run(openAuditExport, { id });
    const found = await told(organization);
    expect(found.map(({ type, data }) => [type, data?.record_type, data?.record_id])).toEqual([
      ["audit.exported", "shipments", null],
      ["audit.exported", "audit_exports", id],
      ["audit.downloaded", "audit_exports", id],
    ]);
    expect(JSON.stringify(found)).not.toContain("a secret search");
  });

  it("as visits of the platform and as the beginning of support, with the reason", async () => {
    const organization = await createOrganization();
    const admin = await createSuperAdmin();
    const reason = "Ticket 12: nobody can join";
    const visit = platformHandle(admin, { organizationId: organization.id, reason });
    for (let n = 0; n < 2; n += 1) await visit.run(visitOrganization, {});
    await actAs(organization, organization.owner, { raised: true });
    const found = await told(organization);
    expect(found.map(({ type, data }) => [type, data?.action, data?.via, data?.reason])).toEqual([
      ["audit.visited", "view", "platform", reason],
      ["audit.visited", "insert", "impersonation", supportReason],
    ]);
  });

  it("as another act, but not as a change of a record, the use of a key or a message that is sent", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const id = encodeId("whk", await insertEndpoint(organization));
    await handle.run(testWebhook, { id });
    await createRole(organization, ["orders.view"]);
    await ship(organization);
    expect(await types(organization)).toEqual([]);
    await handle.run(rotateWebhookSecret, { id, overlapHours: 0 });
    const [event, ...others] = await told(organization);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      type: "audit.recorded",
      data: { action: "rotated", record_type: "webhook_endpoints", record_id: id },
    });
    const [used] = await guard`select guard.audit_event('used', 'api_keys') as type`;
    expect(used?.type).toBeNull();
  });

  it("and nothing of it is of the platform's own trail, or outlives a rollback", async () => {
    const [nil] = await guard<{ n: number }[]>`
      select count(*)::int as n from public.events where organization_id = '00000000-0000-0000-0000-000000000000'`;
    expect(nil?.n).toBe(0);
    const [strays] = await guard<
      { n: number }[]
    >`select count(*)::int as n from public.events v where v.type like 'audit.%'
      and not exists (select from audit.entries e where e.organization_id = v.organization_id
        and e.id = (v.record ->> 'entry')::bigint)`;
    expect(strays?.n).toBe(0);
  });
});

describe("whoever may not read the trail", () => {
  it("sees nothing of it in its events, and sends none of them out", async () => {
    const organization = await createOrganization();
    const role = await createRole(organization, [
      "events.view",
      "webhooks.manage",
      "webhooks.view",
      "organization.view",
    ]);
    const clerk = await addMember(organization, { role });
    await expect(clerk.handle.run(listMembers, {})).rejects.toBeDefined();
    const [event] = await told(organization);
    expect(event?.data).not.toBeNull();
    expect(await clerk.handle.run(findEvent, { id: event?.id ?? "" })).toMatchObject({
      type: "audit.refused",
      data: null,
    });
    const { data: kinds } = await clerk.handle.run(listEventTypes, {});
    expect(kinds.find(({ type }) => type === "audit.refused")?.seen).toBe(false);
    const made = clerk.handle.run(createWebhook, { url: "https://example.com/", events: ["audit.refused"] });
    await expect(made).rejects.toMatchObject({ reason: "above_own_rights", permission: "audit.view" });
  });
});

describe("a webhook of the trail", () => {
  it("gets its events signed as all others, once each, and telling makes no more of them", async () => {
    const organization = await createOrganization();
    const { hits, url } = await receiver();
    await insertEndpoint(organization, { url, events: ["*"] });
    const driver = await addMember(organization, { role: "driver" });
    await work();
    for (let n = 0; n < 3; n += 1) await expect(driver.handle.run(listMembers, {})).rejects.toBeDefined();
    await settled();
    const ofTrail = () => hits.filter(({ body }) => JSON.parse(body).event.startsWith("audit."));
    await vi.waitFor(() => expect(ofTrail()).toHaveLength(1), soon);
    const [{ headers, body }] = ofTrail() as [Hit];
    expect(new Webhook(testSecret).verify(body, headers as Record<string, string>)).toMatchObject({
      event: "audit.refused",
      data: { object_type: "audit", operation: "members.list", permission: "members.view" },
      organization_id: encodeId("org", organization.id),
    });
    const id = String(headers["webhook-id"]);
    await vi.waitFor(async () => {
      await organization.owner.handle.run(replayDelivery, { id });
    }, soon);
    await vi.waitFor(() => expect(ofTrail()).toHaveLength(2), soon);
    expect(ofTrail()[1]?.headers["webhook-id"]).toBe(id);
    expect(await types(organization)).toEqual(["audit.refused"]);
  });
});
