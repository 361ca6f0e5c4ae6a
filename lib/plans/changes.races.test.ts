import type postgres from "postgres";
import { describe, expect, it } from "vitest";
import { makePlan, putOnPlan } from "@/lib/testing/plans";
import { untilWaitedFor } from "@/lib/testing/waiting";
import { createOrganization, createPerson, createSuperAdmin, guard, platformHandle, unique } from "@/lib/testing/world";
import * as acts from "./console-operations";
import { featureNames } from "./words";

type Held = (transaction: postgres.TransactionSql) => Promise<unknown>;

/** Takes imports out of a plan while a transaction that did this first is not over. */
async function changedDuring(key: string, first: Held): Promise<void> {
  const handle = platformHandle(await createSuperAdmin());
  const features = { ...Object.fromEntries(featureNames.map((name) => [name, true])), imports: false };
  let changing: Promise<unknown> = Promise.resolve();
  await guard.begin(async (transaction) => {
    await first(transaction);
    changing = handle.run(acts.changePlan, { key, name: unique("Changed"), description: "", features, limits: {} });
    changing.catch(() => undefined); // heard below
    await untilWaitedFor(transaction);
  });
  await changing;
}

const withheld = async (id: string) =>
  (await guard<{ names: string[] }[]>`select guard.withheld_features(${id}) as names`)[0]?.names;
const drift = () => guard`select * from guard.rights_drift()`;

describe("a plan that is changed", () => {
  it("while an organization gets it holds for that one too", async () => {
    const { id } = await createOrganization();
    const key = await makePlan();
    await changedDuring(key, (putting) => putting`select guard.put_on_plan(${id}, ${key}, '{}', '{}', 'They asked')`);
    expect([await withheld(id), await drift()]).toEqual([["imports"], []]);
  });

  it("while an organization leaves it takes nothing from that one", async () => {
    const organization = await createOrganization();
    const [key, next] = [await putOnPlan(organization, {}), await makePlan()];
    const { id } = organization;
    await changedDuring(key, (leaving) => leaving`update public.organizations set plan = ${next} where id = ${id}`);
    expect([await withheld(id), await drift()]).toEqual([[], []]);
  });

  it("while an organization begins with it holds for that one too", async () => {
    const { userId } = await createPerson();
    const [plan] = await guard<{ key: string }[]>`select key from guard.plans where begins`;
    const slug = unique("begun").toLowerCase().replaceAll("_", "-");
    await changedDuring(
      plan?.key ?? "",
      (founding) => founding`select guard.make_organization(${founding.json({ name: slug })}, ${slug}, ${userId})`,
    );
    const [{ id } = { id: "" }] = await guard<
      { id: string }[]
    >`select id from public.organizations where slug = ${slug}`;
    expect([await withheld(id), await drift()]).toEqual([["imports"], []]);
  });
});
