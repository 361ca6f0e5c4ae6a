import { expect, it } from "vitest";
import { callApi } from "@/lib/testing/api";
import { makePlan } from "@/lib/testing/plans";
import { makeServer } from "@/lib/testing/servers";
import { createSuperAdmin, guard, platformHandle, unique } from "@/lib/testing/world";
import { createServer, listServers } from "./console-operations";

async function create(settings: unknown, key?: string) {
  const credential = key ?? (await makeServer()).key;
  const slug = unique("harbour");
  const body = { name: "Harbour Parcel", slug, owner_email: `${unique("owner")}@people.example`, settings };
  return { slug, ...(await callApi({ method: "POST", path: "/platform/organizations", key: credential, body })) };
}

async function settled(slug: string) {
  const [row] = await guard<{ plan: string; limits: object; features: object }[]>`
    select plan, plan_limits as limits, plan_features as features from public.organizations where slug = ${slug}`;
  return row;
}

const faults = async (settings: unknown) => {
  const { status, body } = await create(settings);
  return [status, Object.keys(body.errors[0].details ?? {}).join()];
};

it("of a new organization are those that its server gave: plan, limits and features", async () => {
  const plan = await makePlan({ limits: { max_users: 50, keys: 9 } });
  const made = await create({ plan, max_users: 5, limits: { keys: 2 }, features: { webhooks: false } });
  expect(made.status).toBe(201);
  expect(await settled(made.slug)).toEqual({ plan, limits: { max_users: 5, keys: 2 }, features: { webhooks: false } });
});

it("that a list of features gives switch all others off", async () => {
  const plan = await makePlan();
  const made = await create({ plan, features: ["api", "imports"] });
  expect(made.status).toBe(201);
  const { features } = (await settled(made.slug)) ?? {};
  const off = Object.entries(features ?? {}).filter(([, on]) => on === false);
  expect(off.map(([name]) => name)).toContain("webhooks");
  expect(off.map(([name]) => name)).not.toContain("api");
  expect(off.map(([name]) => name)).not.toContain("imports");
});

it("left out are the plan's that new organizations begin with", async () => {
  const [first] = await guard<{ key: string }[]>`select key from guard.plans where begins`;
  const made = await create(undefined);
  expect(made.status).toBe(201);
  expect(await settled(made.slug)).toEqual({ plan: first?.key, limits: {}, features: {} });
});

it("never give more than the plan has, and nothing stays of a request that asks for it", async () => {
  const plan = await makePlan({ limits: { max_users: 5 }, without: ["webhooks"] });
  for (const settings of [
    { plan, max_users: 6 },
    { plan, max_users: null },
    { plan, features: { webhooks: true } },
  ]) {
    const { status, slug } = await create(settings);
    expect(status, JSON.stringify(settings)).toBe(422);
    expect(await settled(slug)).toBeUndefined();
  }
});

it("are told at the field where they are none", async () => {
  expect(await faults({ plan: "No Such" })).toEqual([422, "settings.plan"]);
  expect(await faults({ max_users: 0 })).toEqual([422, "settings.max_users"]);
  expect(await faults({ limits: { keys: 1.5 } })).toEqual([422, "settings.limits.keys"]);
  expect((await faults({ limits: { unicorns: 3 } }))[0]).toBe(422);
  expect((await faults({ features: ["unicorns"] }))[0]).toBe(422);
  expect((await faults({ colour: "red" }))[0]).toBe(422);
  expect((await create({ plan: unique("plan").replaceAll("-", "_") })).status).toBe(422);
});

it("of a credential are shown once made: its scopes and end, and never the credential", async () => {
  const handle = platformHandle(await createSuperAdmin());
  const made = await handle.run(createServer, { label: "Billing", scopes: ["members.invite"], days: 30 });
  const [row] = (await handle.run(listServers, {})).filter(({ id }) => id === made.id);
  expect(row).toMatchObject({ label: "Billing", scopes: ["members.invite"], revoked_at: null, organizations: 0 });
  const days = (Number(row?.expires_at) - Number(row?.created_at)) / 86_400_000;
  expect(days).toBeCloseTo(30, 4);
  expect(JSON.stringify(row)).not.toContain(made.key.slice(0, -4));
  expect((await create({}, made.key)).status).toBe(403);
});
