import { describe, expect, it } from "vitest";
import { decodeId, encodeId } from "@/lib/ids";
import { putOnPlan } from "@/lib/testing/plans";
import { makeFailedDelivery } from "@/lib/testing/webhooks";
import { accountHandle, createOrganization, createSuperAdmin, guard, platformHandle } from "@/lib/testing/world";
import { listDeadLetters, resendDeadLetter } from "./dead-letters";

const console_ = async () => platformHandle(await createSuperAdmin());

async function lettersOf(ids: string[]) {
  const handle = await console_();
  const found = [];
  let cursor: string | undefined;
  do {
    const page = await handle.run(listDeadLetters, { limit: 2, ...(cursor ? { cursor } : {}) });
    found.push(...page.data);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return found.filter(({ organization_id }) => ids.includes(organization_id));
}

describe("dead letters", () => {
  it("are those of all organizations, newest first, page by page, and carry nothing of the records [S104]", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const made = [await makeFailedDelivery(a), await makeFailedDelivery(b), await makeFailedDelivery(a)];
    const found = await lettersOf([encodeId("org", a.id), encodeId("org", b.id)]);
    expect(found.map(({ id }) => id)).toEqual(made.toReversed());
    expect(found[0]).toMatchObject({
      ...{ organization_name: a.name, event: "organization.created", receiver: "example.com", last_status: 500 },
      ...{ attempts: 10, again: true },
    });
    expect(JSON.stringify(found)).not.toContain(a.owner.email);
  });

  it("are all there, page by page, where many were planned within a millisecond", async () => {
    const organization = await createOrganization();
    const first = decodeId("whd", await makeFailedDelivery(organization)) ?? "";
    // As the planner makes them: the moment is the row's own, of the id only its millisecond is.
    await guard`insert into public.webhook_deliveries
        (organization_id, id, endpoint_id, event_id, event, state, attempts, due_at, created_at, finished_at, test_mode)
      select d.organization_id, overlay(d.id::text placing lpad(n::text, 12, '0') from 25 for 12)::uuid, d.endpoint_id, d.event_id,
        d.event, d.state, d.attempts, d.due_at, d.created_at + make_interval(secs => 0.0001 * (9 - n)), d.finished_at, d.test_mode
      from public.webhook_deliveries d, generate_series(1, 8) n
      where d.organization_id = ${organization.id} and d.id = ${first}`;
    const found = await lettersOf([encodeId("org", organization.id)]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(9);
    expect(found).toHaveLength(9);
  });

  it("are none where a test failed, which is sent once", async () => {
    const organization = await createOrganization();
    const id = await makeFailedDelivery(organization);
    await guard`update public.webhook_deliveries set once = true where organization_id = ${organization.id}`;
    expect(await lettersOf([encodeId("org", organization.id)])).toEqual([]);
    await expect((await console_()).run(resendDeadLetter, { id })).rejects.toMatchObject({ reason: "not_failed" });
  });

  it("are sent again under the same id, once, on the platform's and the organization's record", async () => {
    const organization = await createOrganization();
    const id = await makeFailedDelivery(organization);
    const handle = await console_();
    await handle.run(resendDeadLetter, { id });
    await expect(handle.run(resendDeadLetter, { id })).rejects.toMatchObject({ reason: "not_failed" });
    const [row] = await guard<{ state: string; attempts: number }[]>`
      select state, attempts from public.webhook_deliveries where id = ${decodeId("whd", id) ?? ""}`;
    expect(row).toMatchObject({ state: "waiting", attempts: 0 });
    const places = await guard<{ organization_id: string }[]>`
      select organization_id from audit.entries where operation = 'platform.resend_dead_letter'
        and (organization_id = ${organization.id} or record_id = ${decodeId("whd", id) ?? ""})`;
    expect(new Set(places.map(({ organization_id }) => organization_id))).toEqual(
      new Set([organization.id, "00000000-0000-0000-0000-000000000000"]),
    );
  });

  it("stay where their webhook is disabled or is not sent such events any more", async () => {
    const [off, narrowed] = [await createOrganization(), await createOrganization()];
    const ids = [await makeFailedDelivery(off), await makeFailedDelivery(narrowed)];
    await guard`update guard.webhook_endpoints set state = 'disabled', disabled_as = 'person' where organization_id = ${off.id}`;
    await guard`update guard.webhook_endpoints set events = '{key.created}' where organization_id = ${narrowed.id}`;
    const handle = await console_();
    for (const id of ids)
      await expect(handle.run(resendDeadLetter, { id })).rejects.toMatchObject({ reason: "not_sent" });
  });

  it("stay where the plan switches webhooks off, and say so", async () => {
    const organization = await createOrganization();
    const id = await makeFailedDelivery(organization);
    await putOnPlan(organization, { without: ["webhooks"] });
    expect((await lettersOf([encodeId("org", organization.id)])).map(({ again }) => again)).toEqual([false]);
    const sent = (await console_()).run(resendDeadLetter, { id });
    await expect(sent).rejects.toMatchObject({ reason: "feature_off" });
    const [row] = await guard`select state from public.webhook_deliveries where id = ${decodeId("whd", id) ?? ""}`;
    expect(row?.state).toBe("failed");
  });

  it("are for super admins alone", async () => {
    const organization = await createOrganization();
    await expect(accountHandle(organization.owner).run(listDeadLetters, {})).rejects.toBeDefined();
  });
});
