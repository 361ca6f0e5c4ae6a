import { expect, it } from "vitest";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { callsOf } from "@/lib/testing/logs";
import { makeFailedDelivery } from "@/lib/testing/webhooks";
import { addMember, createOrganization, guard } from "@/lib/testing/world";
import { viewUsage } from "./operations";

serveGraphql();

const roll = () => guard`select guard.roll_usage(o.id) from guard.counted_organizations() as o (id)`;

it("adds each call once to its day, and what went wrong", async () => {
  const organization = await createOrganization();
  const key = await createKey(organization);
  await graphql("{ organization { name } }", { key });
  await graphql("{ nonsense }", { key });
  await callsOf(organization);
  const used = await organization.owner.handle.run(viewUsage, {});
  expect(used).toMatchObject({ apiCalls: 2, apiErrors: 1 });
  expect(used.days.at(-1)).toMatchObject({ apiCalls: 2, apiErrors: 1 });
  const { data } = await graphql(
    `{ organization { usage { total_requests total_errors api_requests { period count } api_errors { date count } } }
      system_usage { total_requests } logs(filter: {status: "failed"}) { edges { node { id status_code data } } } log(id: 2) { path data } }`,
    { key },
  );
  expect(data.organization.usage).toMatchObject({ total_requests: 2, total_errors: 1 });
  expect(data.organization.usage.api_requests.at(-1)).toEqual({ period: used.days.at(-1)?.date, count: 2 });
  expect(data.system_usage).toEqual({ total_requests: 2 });
  expect(data.logs.edges).toMatchObject([{ node: { id: 2, status_code: 200, data: { query: "{\n  nonsense\n}" } } }]);
  expect(data.log).toMatchObject({ path: "/graphql" });
});

it("comes to the same however often the worker counts", async () => {
  const organization = await createOrganization();
  await addMember(organization);
  await makeFailedDelivery(organization);
  await guard`update public.webhook_deliveries set state = 'delivered', finished_at = now() where organization_id = ${organization.id}`;
  const [delivered] = await guard<{ n: number }[]>`
    select count(*)::int as n from public.webhook_deliveries where organization_id = ${organization.id}`;
  for (let turn = 0; turn < 3; turn += 1) await roll();
  const used = await organization.owner.handle.run(viewUsage, {});
  expect(delivered?.n).toBeGreaterThan(0);
  expect(used).toMatchObject({ members: 2, deliveries: delivered?.n });
  expect(used.days.at(-1)).toMatchObject({ members: 2, deliveries: delivered?.n });
  const { data } = await graphql(
    `{ all: system_usage { total_deliveries delivery_count { count } member_count { count } total_orders }
       some: system_usage(filter: { omit: ["total_deliveries", "member_count"] }) { total_deliveries member_count { count } members } }`,
    { key: await createKey(organization) },
  );
  expect(data.all).toMatchObject({ total_deliveries: delivered?.n, total_orders: 0 });
  expect([data.all.delivery_count.at(-1), data.all.member_count.at(-1)]).toEqual([
    { count: delivered?.n },
    { count: 2 },
  ]);
  expect(data.some).toEqual({ total_deliveries: null, member_count: null, members: 2 });
});

it("says nothing of the whole organization to who is limited to branches", async () => {
  const organization = await createOrganization();
  const member = await addMember(organization, { role: "admin" });
  await guard`update public.memberships set all_branches = false where id = ${member.membershipId}`;
  await roll();
  await guard`update public.usage_days set api_calls = 7 where organization_id = ${organization.id}`;
  expect((await organization.owner.handle.run(viewUsage, {})).apiCalls).toBe(7);
  expect((await member.handle.run(viewUsage, {})).apiCalls).toBe(0);
});
