import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, expect, it } from "vitest";
import { decodeId } from "@/lib/ids";
import { callApi } from "@/lib/testing/api";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { makeLog } from "@/lib/testing/logs";
import { untilSettled } from "@/lib/testing/waiting";
import { makeShipment } from "@/lib/testing/work-records";
import { createOrganization, guard, type Organization } from "@/lib/testing/world";

let organization: Organization;
let key: string;
let shipments: string[];

serveGraphql();

// In Los Angeles the day before, then midnight and noon of that day.
const moments = ["2026-03-02T07:59:59.500250Z", "2026-03-02T08:00:00Z", "2026-03-02T20:00:00Z"];

beforeAll(async () => {
  organization = await createOrganization();
  key = await createKey(organization);
  await guard`update public.organizations set time_zone = 'America/Los_Angeles' where id = ${organization.id}`;
  shipments = [];
  for (const at of moments) {
    const made = await makeShipment(organization);
    shipments.push(made);
    const id = decodeId("shp", made) ?? "";
    await guard`update public.shipments set created_at = ${at} where organization_id = ${organization.id} and id = ${id}`;
    await guard`update public.events set created_at = now() - (${moments[2] ?? ""}::timestamptz - ${at}::timestamptz)
      where organization_id = ${organization.id} and record_id = ${id}`;
  }
});

it.each([
  ["from=2026-03-02", [1, 2]],
  ["to=2026-03-01", [0]],
  ["from=2026-03-01T23:59:59.500", [0, 1, 2]],
  ["from=2026-03-02T08:00:00Z", [1, 2]],
  ["from=2026-03-02T09:00:00%2B01:00&to=2026-03-02T09:00:00%2B01:00", [1]],
  ["to=2026-03-02T07:59:59.500Z", [0]],
  ["to=2026-03-02T11:59", [0, 1]],
  ["from=2026-03-02T12:00", [2]],
])("a list is asked for a span of days and moments: %s", async (query, found) => {
  const { body } = await callApi({ key, path: `/shipments?sort=created&${query}` });
  expect(body.data.map(({ id }: { id: string }) => shipments.indexOf(id))).toEqual(found);
});

it("what is neither is told the forms that there are", async () => {
  const { status, body } = await callApi({ key, path: "/shipments?from=yesterday" });
  expect(status).toBe(422);
  expect(JSON.stringify(body)).toContain("Give a day, such as 2026-03-01, or a moment, such as 2026-03-01T12:00:00Z.");
});

it("a document's moments are moments, not the days that they begin with", async () => {
  const ids = async (filter: string) => {
    const { data } = await graphql(`{ shipments(filter: ${filter}) { edges { node { id } } } }`, { key });
    return data.shipments.edges.map(({ node }: { node: { id: string } }) => shipments.indexOf(node.id)).sort();
  };
  expect(await ids('{ created_after: "2026-03-02T08:00:00Z" }')).toEqual([1, 2]);
  expect(await ids('{ created_before: "2026-03-02T07:59:59.500Z" }')).toEqual([0]);
  expect(await ids('{ created_after: "2026-03-02", created_before: "2026-03-02" }')).toEqual([1, 2]);
});

it("events and calls are asked so too", async () => {
  const hour = new Date(Date.now() - 3_600_000).toISOString();
  const events = async (query: string) =>
    (await callApi({ key, path: `/events?type=shipment.created&${query}` })).body.data.length;
  await untilSettled();
  expect([await events(`from=${hour}`), await events(`to=${hour}`)]).toEqual([1, 2]);
  const before = new Date().toISOString();
  await wait(2); // a span has the whole millisecond that it ends with
  await makeLog(organization);
  const paths = async (filter: string) => {
    const { data } = await graphql(`{ logs(filter: ${filter}) { edges { node { path } } } }`, { key });
    return data.logs.edges.map(({ node }: { node: { path: string } }) => node.path);
  };
  const made = `/api/v1/members/`;
  expect(await paths(`{ date_after: "${before}", api_endpoint: "${made}" }`)).toHaveLength(1);
  expect(await paths(`{ date_before: "${before}", api_endpoint: "${made}" }`)).toEqual([]);
});
