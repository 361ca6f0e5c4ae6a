import { describe, expect, it } from "vitest";
import { decodeId, encodeId } from "@/lib/ids";
import { updateKeyPolicy } from "@/lib/keys/policy-operations";
import { setMemberRole } from "@/lib/members/operations";
import { memberId } from "@/lib/testing/groups";
import { putOnPlan } from "@/lib/testing/plans";
import { deliveriesOf, plan, ship } from "@/lib/testing/receivers";
import { insertEndpoint } from "@/lib/testing/webhooks";
import { addMember, createOrganization, guard, type Organization } from "@/lib/testing/world";
import { createWebhook } from "./operations";
import { replayDeliveries } from "./replay-operations";

type Claimed = { organization: string; endpoint: string; standing: string };

/** What a worker claims that looks at this organization first. */
async function claimOf({ id }: Organization): Promise<Claimed[]> {
  const [row] = await guard<{ claimed: { endpoints: Claimed[] } }[]>`
    select guard.lease_deliveries(64, 64, 60, array[${id}, '00000000-0000-0000-0000-000000000000']::uuid[]) as claimed`;
  return row?.claimed.endpoints.filter(({ organization }) => organization === id) ?? [];
}

const standing = async (claimed: Claimed[]) =>
  (await guard`select * from guard.standing_endpoints(${JSON.stringify(claimed)}::text::jsonb)`).length;

const suspend = ({ id }: Organization) => guard`update public.organizations set state = 'suspended' where id = ${id}`;

/** A webhook of keys' events that a developer made, and such an event of it claimed. */
async function madeByDeveloper() {
  const organization = await createOrganization();
  const developer = await addMember(organization, { role: "developer" });
  const { id } = await developer.handle.run(createWebhook, { url: "https://example.com/", events: ["key.created"] });
  await guard`insert into public.webhook_deliveries (organization_id, id, endpoint_id, event_id, event, due_at, created_at)
    values (${organization.id}, guard.uuid7(), ${decodeId("whk", id) ?? ""}, guard.uuid7(), 'key.created', now(), now())`;
  return { organization, claimed: await claimOf(organization), member: { id: memberId(developer.membershipId) } };
}

describe("what waits in a worker", () => {
  it("is not sent where its organization is suspended meanwhile, nor claimed any more [S88]", async () => {
    const organization = await createOrganization();
    await insertEndpoint(organization, { events: ["shipment.created"] });
    await ship(organization);
    await plan(organization);
    const claimed = await claimOf(organization);
    expect([claimed.length, await standing(claimed)]).toEqual([1, 1]);
    await ship(organization);
    await plan(organization);
    await suspend(organization);
    expect([await standing(claimed), await claimOf(organization)]).toEqual([0, []]);
  });

  it("is not sent where its organization's plan switches webhooks off, nor anything that was planned before [S88]", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const endpoint = await insertEndpoint(organization, { events: ["shipment.created"] });
    await ship(organization);
    await plan(organization);
    const claimed = await claimOf(organization);
    expect([claimed.length, await standing(claimed)]).toEqual([1, 1]);
    for (let n = 0; n < 2; n += 1) await ship(organization);
    await plan(organization);
    await guard`update public.webhook_deliveries set attempts = 1, due_at = now() + interval '1 day'
      where organization_id = ${organization.id} and id = (select id from public.webhook_deliveries
        where organization_id = ${organization.id} and state = 'waiting' order by id limit 1)`;
    await putOnPlan(organization, { without: ["webhooks"] });
    expect([await standing(claimed), await claimOf(organization)]).toEqual([0, []]);
    const over = await deliveriesOf(organization, "failed");
    expect(over.map(({ lastError }) => lastError)).toEqual(["feature_off", "feature_off"]);
    expect(await claimOf(organization)).toEqual([]);
    // Nothing is lost: once the feature is back, what it missed can go out.
    await guard`update public.organizations set plan = 'business' where id = ${organization.id}`;
    const since = new Date(Date.now() - 60_000).toISOString();
    expect(await handle.run(replayDeliveries, { id: encodeId("whk", endpoint), since })).toEqual({ deliveries: 2 });
    expect(await claimOf(organization)).toHaveLength(1);
  });

  it("is not sent where its webhook's maker lost the right meanwhile, unless keys outlive their makers [S89]", async () => {
    const { organization, claimed, member } = await madeByDeveloper();
    const { handle } = organization.owner;
    expect([claimed.length, await standing(claimed)]).toEqual([1, 1]);
    await handle.run(setMemberRole, { ...member, role: "staff" });
    expect(await standing(claimed)).toBe(0);
    await handle.run(updateKeyPolicy, { whenMakerLeaves: "stay" });
    expect(await standing(claimed)).toBe(1);
  });
});
