import { expect, it } from "vitest";
import { appPool } from "@/db/connection";
import { Handle } from "@/lib/access/handle";
import { decodeId } from "@/lib/ids";
import { createByServer } from "@/lib/servers/operations";
import { createKey } from "@/lib/testing/keys";
import { makePlan, putOnPlan } from "@/lib/testing/plans";
import { makeServer } from "@/lib/testing/servers";
import { createOrganization, guard, request, unique } from "@/lib/testing/world";

it("a day of calls does not begin anew by a change of the time zone", async () => {
  const organization = await createOrganization();
  await createKey(organization);
  await putOnPlan(organization, { limits: { api_calls_a_day: 10 } });
  const [key] = await guard<{ id: string }[]>`select id from guard.api_keys where organization_id = ${organization.id}`;
  let passed = 0;
  for (const zone of ["Pacific/Pago_Pago", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Pacific/Kiritimati"]) {
    await guard`update public.organizations set time_zone = ${zone} where id = ${organization.id}`;
    const { rows } = await appPool().query("select guard.count_calls($1, $2, 20) as told", [organization.id, key?.id]);
    passed += rows[0].told[0];
  }
  // These two are a day apart at every hour: what is left of today, and tomorrow's, which is then used up.
  expect(passed).toBe(20);
});

it("whoever waits for the day to end, or looks how much of it is used, is told of the day that counts", async () => {
  const organization = await createOrganization();
  await createKey(organization);
  await putOnPlan(organization, { limits: { api_calls_a_day: 10 } });
  const [key] = await guard<{ id: string }[]>`select id from guard.api_keys where organization_id = ${organization.id}`;
  const callFrom = async (zone: string) => {
    await guard`update public.organizations set time_zone = ${zone} where id = ${organization.id}`;
    const { rows } = await appPool().query("select guard.count_calls($1, $2, 20) as told", [organization.id, key?.id]);
    const [row] = await guard`select guard.limit_used(${organization.id}, 'api_calls_a_day') as used`;
    return { passed: rows[0].told[0], resets: rows[0].told[9], used: row?.used };
  };
  const ahead = await callFrom("Pacific/Kiritimati");
  expect(ahead).toMatchObject({ passed: 10, used: 10 });
  const behind = await callFrom("Pacific/Pago_Pago");
  expect(behind).toMatchObject({ passed: 0, used: 10 });
  // Midnight comes there 25 hours later.
  expect(Math.abs(behind.resets - ahead.resets - 25 * 3600)).toBeLessThan(60);
});

it("a server fixes no feature that the plan takes away later", async () => {
  const { key } = await makeServer();
  const plan = await makePlan({ without: ["groups"] });
  const profile = { name: unique("Freight"), slug: unique("freight"), ownerEmail: `${unique("owner")}@people.example` };
  const { id } = await new Handle({ kind: "server", secret: key }, request()).run(createByServer, {
    ...profile,
    settings: { plan, features: { api: true, exports: false } },
  });
  await guard`update guard.plans set without = '{api,groups}' where key = ${plan}`;
  const [row] = await guard`select guard.withheld_features(${decodeId("org", id) ?? ""}) as withheld`;
  expect(row?.withheld).toEqual(["api", "exports", "groups"]);
});
