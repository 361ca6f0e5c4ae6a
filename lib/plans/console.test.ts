import { describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { callApi } from "@/lib/testing/api";
import { createKey } from "@/lib/testing/keys";
import { makePlan, putOnPlan } from "@/lib/testing/plans";
import { createOrganization, createPerson, createSuperAdmin, guard, platformHandle, unique } from "@/lib/testing/world";
import * as acts from "./console-operations";
import { findPlan, listWithheld } from "./operations";
import { planInput } from "./schema";
import { featureNames } from "./words";

const reason = "They asked for it by telephone";
const everything = Object.fromEntries(featureNames.map((name) => [name, true]));
const keyOf = () => unique("plan").replaceAll("-", "_");

const auditOf = (organization: string, operation: string) =>
  guard<{ action: string; after: Record<string, unknown> }[]>`
    select action, after from audit.entries where organization_id = ${organization} and operation = ${operation} order by id`;

describe("a plan in the console", () => {
  it("is made, changed, archived and given out again, each on the platform's record", async () => {
    const handle = platformHandle(await createSuperAdmin());
    const key = keyOf();
    const given = { key, name: "Harbour", description: "For quays", features: everything, limits: { keys: "7" } };
    await handle.run(acts.createPlan, given);
    const sameKey = { reason: "plan_taken", fields: { key: ["There is a plan with this key."] } };
    await expect(handle.run(acts.createPlan, given)).rejects.toMatchObject(sameKey);
    await expect(handle.run(acts.previewPlan, { ...given, isNew: true })).rejects.toMatchObject(sameKey);
    const sameName = { reason: "plan_taken", fields: { name: ["Another plan has this name."] } };
    const twin = { ...given, key: keyOf(), name: given.name.toUpperCase(), isNew: true };
    await expect(handle.run(acts.previewPlan, twin)).rejects.toMatchObject(sameName);
    await expect(handle.run(acts.previewPlan, given)).resolves.toBeDefined();
    const found = async () => (await handle.run(acts.listPlans, {})).find((plan) => plan.key === key);
    expect(await found()).toMatchObject({ name: "Harbour", without: [], limits: { keys: 7 }, organizations: 0 });
    await handle.run(acts.changePlan, {
      ...given,
      features: { ...everything, webhooks: false },
      limits: { keys: "any" },
    });
    expect(await found()).toMatchObject({ without: ["webhooks"], limits: {} });
    await handle.run(acts.archivePlan, { key });
    expect((await found())?.archived_at).not.toBeNull();
    const { id } = await createOrganization();
    const put = handle.run(acts.setOrganizationPlan, { organizationId: encodeId("org", id), plan: key, reason });
    await expect(put).rejects.toMatchObject({ reason: "plan_unknown" });
    await handle.run(acts.restorePlan, { key });
    expect((await found())?.archived_at).toBeNull();
    const entries = await guard<{ action: string }[]>`
      select action from audit.entries where organization_id = '00000000-0000-0000-0000-000000000000' and record_type = 'plans' and after ->> 'plan' = ${key} order by id`;
    expect(entries.map(({ action }) => action)).toEqual(["create", "update", "archive", "restore"]);
  });

  it.each([
    ["1,000", 1000],
    ["12.345.678", 12_345_678],
    ["2 000", 2000],
    ["1.5", undefined],
    ["1,5", undefined],
    ["1e3", undefined],
    ["12,34", undefined],
    ["many", undefined],
  ])("takes %s as a limit for what it says", (typed, means) => {
    const { success, data } = planInput.safeParse({ key: "quay", name: "Quay", limits: { keys: typed } });
    expect([success, data?.limits.keys]).toEqual([means !== undefined, means]);
  });

  it("that others begin with is not archived", async () => {
    const handle = platformHandle(await createSuperAdmin());
    const first = (await handle.run(acts.listPlans, {})).find(({ begins }) => begins)?.key ?? "";
    await expect(handle.run(acts.archivePlan, { key: first })).rejects.toMatchObject({ reason: "plan_begins" });
    await handle.run(acts.beginWithPlan, { key: first });
    expect((await handle.run(acts.listPlans, {})).filter(({ begins }) => begins)).toHaveLength(1);
  });

  it("says beforehand what a change would do, and does it to all that have it", async () => {
    const handle = platformHandle(await createSuperAdmin());
    const [one, other] = [await createOrganization(), await createOrganization()];
    const key = await putOnPlan(one, {});
    await createKey(one);
    await createKey(one);
    const given = { key, name: "Quay", features: { ...everything, imports: false }, limits: { keys: 1 } };
    expect(await handle.run(acts.previewPlan, given)).toEqual({
      organizations: 1,
      switched_off: ["imports"],
      switched_on: [],
      limits: [{ name: "keys", was: null, becomes: 1, past: 1 }],
    });
    expect((await one.owner.handle.run(listWithheld, {})).withheld).toEqual([]);
    await handle.run(acts.changePlan, given);
    expect((await one.owner.handle.run(listWithheld, {})).withheld).toEqual(["imports"]);
    expect((await other.owner.handle.run(listWithheld, {})).withheld).toEqual([]);
    expect(await auditOf(one.id, "platform.change_plan")).toMatchObject([{ action: "plan_changed" }]);
    expect(await auditOf(other.id, "platform.change_plan")).toEqual([]);
  });

  it("is given to an organization with what was agreed beside it, on its own record with the reason", async () => {
    const handle = platformHandle(await createSuperAdmin());
    const organization = await createOrganization();
    const organizationId = encodeId("org", organization.id);
    const plan = await makePlan({ without: ["webhooks"], limits: { max_users: 3 } });
    const agreed = { limits: { max_users: "9" }, features: { webhooks: "on", exports: "off" } } as const;
    await handle.run(acts.setOrganizationPlan, { organizationId, plan, ...agreed, reason });
    const facts = await organization.owner.handle.run(findPlan, {});
    expect(facts).toMatchObject({
      plan: { key: plan },
      withheld: ["exports"],
      limits: { max_users: { most: 9, plan: 3, used: 1 } },
      agreed: { limits: { max_users: 9 }, features: { webhooks: true, exports: false }, reason },
    });
    expect(await handle.run(acts.findPlanOf, { id: organizationId })).toEqual(facts);
    const entries = await auditOf(organization.id, "platform.set_plan");
    expect(JSON.stringify(entries)).toContain(reason);
    for (const wrong of [{ limits: { max_users: "0" } }, { limits: { keys: "many" } }, { reason: "no" }])
      await expect(
        handle.run(acts.setOrganizationPlan, { organizationId, plan, reason, ...wrong }),
      ).rejects.toMatchObject({ code: "invalid" });
  });

  it("is nobody's to change who is no super admin, and theirs only with a fresh proof", async () => {
    const key = await makePlan();
    const organization = await createOrganization();
    const given = { key, name: "Mine", features: {}, limits: {} };
    const put = { organizationId: encodeId("org", organization.id), plan: key, reason };
    const tries = (who: Parameters<typeof platformHandle>[0]) => {
      const handle = platformHandle(who);
      return [
        () => handle.run(acts.createPlan, { ...given, key: keyOf() }),
        () => handle.run(acts.changePlan, given),
        () => handle.run(acts.archivePlan, { key }),
        () => handle.run(acts.restorePlan, { key }),
        () => handle.run(acts.beginWithPlan, { key }),
        () => handle.run(acts.setOrganizationPlan, put),
      ];
    };
    for (const who of [organization.owner, await createPerson()])
      for (const attempt of tries(who)) await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    const admin = await createSuperAdmin();
    await guard`update guard.sessions set confirmed_at = now() - interval '29 minutes' where user_id = ${admin.userId}`;
    for (const attempt of tries(admin)) await expect(attempt()).rejects.toMatchObject({ code: "confirm_password" });
    const [plan] = await guard`select name, archived_at from guard.plans where key = ${key}`;
    expect(plan).toMatchObject({ name: `Plan ${key}`, archived_at: null });
  });
});

describe("what a limit refuses", () => {
  it("is told over REST with what there is, what is used and what to do", async () => {
    const organization = await createOrganization();
    const { slug, owner } = organization;
    await putOnPlan(organization, { limits: { branches: 0 } });
    const refused = await callApi({
      slug,
      session: owner.hostSession,
      method: "POST",
      path: "/branches",
      body: { name: "Delft", code: "DLF", kind: "depot" },
    });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain("The operators of this installation can raise the limit.");
    expect(refused.text).toContain("limit_reached");
  });
});
