import { describe, expect, it } from "vitest";
import { permissions } from "@/lib/access/permissions";
import { signAccessToken } from "@/lib/api/access-token";
import { explainAccess } from "@/lib/explain/operations";
import { requestGroup } from "@/lib/groups/operations";
import { createKey as newKey } from "@/lib/keys/operations";
import { setMemberRole } from "@/lib/members/operations";
import { createRole } from "@/lib/roles/operations";
import { callApi } from "@/lib/testing/api";
import { memberId } from "@/lib/testing/groups";
import { createKey } from "@/lib/testing/keys";
import { putOnPlan } from "@/lib/testing/plans";
import { plan } from "@/lib/testing/receivers";
import { createTokens } from "@/lib/testing/tokens";
import { insertEndpoint } from "@/lib/testing/webhooks";
import { addMember, createOrganization, guard } from "@/lib/testing/world";
import { createWebhook, listWebhooks } from "@/lib/webhooks/operations";
import { findPlan, listWithheld } from "./operations";
import { featureNames, features, limitNames } from "./words";

const webhook = { url: "https://hooks.example/in", events: ["order.created"] };
const off = { code: "forbidden", reason: "feature_off" };
const drift = () => guard`select * from guard.rights_drift()`;

describe("the catalogue", () => {
  it("is the database's too", async () => {
    const [row] = await guard`select guard.feature_names() as features, guard.limit_names() as limits`;
    expect([row?.features, row?.limits]).toEqual([[...featureNames], [...limitNames]]);
    const known = await guard`select key, feature from guard.permissions where feature is not null order by position`;
    const declared = featureNames.flatMap((name) => features[name].permissions.map((key) => ({ key, feature: name })));
    const place = (key: string) => [...permissions].map(String).indexOf(key);
    const order = (a: { key: string }, b: { key: string }) => place(a.key) - place(b.key);
    expect([...known]).toEqual(declared.sort(order));
  });
});

describe("a feature that the plan switches off", () => {
  it("is refused on the next request for its own reason, and what there is stays readable", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    await insertEndpoint(organization);
    await putOnPlan(organization, { without: ["webhooks"] });
    await expect(handle.run(createWebhook, webhook)).rejects.toMatchObject({
      ...off,
      permission: "webhooks.manage",
      message: expect.stringMatching(
        /^The plan Plan \S+ does not include this\. .*Business.* do\. The operators of this installation can change it\.$/,
      ),
    });
    expect((await handle.run(listWebhooks, {})).data).toHaveLength(1);
    expect((await handle.run(listWithheld, {})).withheld).toEqual(["webhooks"]);
    await guard`update public.organizations set plan_features = '{"webhooks": true}' where id = ${organization.id}`;
    await handle.run(createWebhook, webhook);
    expect(await drift()).toEqual([]);
  });

  it("is explained", async () => {
    const organization = await createOrganization();
    await putOnPlan(organization, { without: ["webhooks"] });
    const explained = await organization.owner.handle.run(explainAccess, { permission: "webhooks.manage" });
    expect(explained).toMatchObject({ allowed: false, summary: expect.stringContaining("does not include") });
    expect(explained.steps).toContainEqual(expect.objectContaining({ about: "plan", speaks: "against" }));
  });

  it("goes for one organization alone, whatever its plan", async () => {
    const organization = await createOrganization();
    await guard`update public.organizations set plan_features = '{"webhooks": false}' where id = ${organization.id}`;
    await expect(organization.owner.handle.run(createWebhook, webhook)).rejects.toMatchObject({
      ...off,
      message: "This is switched off for the organization. The operators of this installation can change it.",
    });
    const withheld = await organization.owner.handle.run(listWithheld, {});
    expect(withheld).toMatchObject({ withheld: ["webhooks"], offered: { webhooks: [] } });
    expect(await organization.owner.handle.run(findPlan, {})).toMatchObject({ offered: { webhooks: [] } });
  });

  it("takes no part of giving roles that hold it", async () => {
    const organization = await createOrganization();
    const { membershipId } = await addMember(organization);
    await putOnPlan(organization, { without: ["webhooks"] });
    await organization.owner.handle.run(setMemberRole, { id: memberId(membershipId), role: "admin" });
    const clerk = await addMember(organization, { role: "manager" });
    await expect(
      clerk.handle.run(createRole, { name: "Climber", permissions: ["webhooks.manage"], inherits: [] }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await guard`update public.organizations set plan = 'business' where id = ${organization.id}`;
    expect(await drift()).toEqual([]);
  });

  it("shuts keys and tokens out where it is the API, and lets people in", async () => {
    const organization = await createOrganization();
    const key = await createKey(organization);
    const access = await signAccessToken(await createTokens(organization.owner));
    await putOnPlan(organization, { without: ["api"] });
    for (const credential of [{ key }, { headers: { authorization: `Bearer ${access}` } }]) {
      const { status, body } = await callApi({ path: "/organization", ...credential });
      expect([status, body.errors?.[0]?.reason]).toEqual([403, "feature_off"]);
    }
    const { slug, owner } = organization;
    expect((await callApi({ path: "/organization", slug, session: owner.hostSession })).status).toBe(200);
    await expect(owner.handle.run(newKey, { label: "Scanner" })).rejects.toMatchObject(off);
  });

  it("asks no other organization into a group", async () => {
    const [organization, other] = [await createOrganization(), await createOrganization()];
    await putOnPlan(organization, { without: ["groups"] });
    await expect(organization.owner.handle.run(requestGroup, { slug: other.slug })).rejects.toMatchObject(off);
  });

  it("sends no webhook", async () => {
    const organization = await createOrganization();
    await insertEndpoint(organization, { events: ["*"] });
    const deliveries = async () => {
      await plan(organization);
      return (await guard`select 1 from public.webhook_deliveries where organization_id = ${organization.id}`).length;
    };
    await putOnPlan(organization, { without: ["webhooks"] });
    const before = await deliveries();
    await addMember(organization);
    expect(await deliveries()).toBe(before);
    await guard`update public.organizations set plan = 'business' where id = ${organization.id}`;
    await addMember(organization);
    expect(await deliveries()).toBeGreaterThan(before);
  });
});
