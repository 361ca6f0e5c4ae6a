import { expect, it, vi } from "vitest";
import { Conversation } from "@/lib/access/conversation";
import { encodeId } from "@/lib/ids";
import { accessToken, graphql, organizationId, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { putOnPlan } from "@/lib/testing/plans";
import { createRole } from "@/lib/testing/roles";
import { addMember, createOrganization, guard, testPassword } from "@/lib/testing/world";

serveGraphql();

const facts = "key name agreement limits { name most plan used agreed } features { name is_on offered_by }";

it("tells the plan with each limit and its use, and what was agreed beside it", async () => {
  const own = await createOrganization();
  const plan = await putOnPlan(own, { without: ["webhooks"], limits: { max_users: 7, keys: 3 } });
  await guard`update public.organizations set plan_limits = '{"keys": 5}' where id = ${own.id}`;
  const key = await createKey(own);
  const { data, errors } = await graphql(`{ plan { ${facts} } organization { plan { ${facts} } } }`, { key });
  expect(errors).toEqual([]);
  expect(data.plan).toMatchObject({ key: plan, name: `Plan ${plan}` });
  expect(data.plan.limits).toEqual(
    expect.arrayContaining([
      { name: "max_users", most: 7, plan: 7, used: 1, agreed: false },
      { name: "keys", most: 5, plan: 3, used: 1, agreed: true },
      { name: "roles", most: null, plan: null, used: 0, agreed: false },
    ]),
  );
  const webhooks = data.plan.features.find(({ name }: { name: string }) => name === "webhooks");
  expect(webhooks).toMatchObject({ is_on: false, offered_by: expect.arrayContaining([expect.any(String)]) });
  expect(data.plan.features.find(({ name }: { name: string }) => name === "imports")).toMatchObject({ is_on: true });
  expect(data.organization.plan).toEqual(data.plan);
});

it("shows use to whoever may see usage, and features and room to every member", async () => {
  const own = await createOrganization();
  await putOnPlan(own, { limits: { max_users: 4 } });
  const role = await createRole(own, ["organization.view"]);
  const member = await addMember(own, { role });
  const asked = { slug: own.slug, session: member.hostSession };
  const { data, errors } = await graphql(
    "{ plan { key } plan_limit(name: max_users) { most used } organization { features { name is_on } } }",
    asked,
  );
  expect(data).toMatchObject({ plan: null, plan_limit: { most: 4, used: 2 } });
  expect(data.organization.features.map(({ is_on }: { is_on: boolean }) => is_on)).toEqual(Array(10).fill(true));
  expect(errors).toMatchObject([{ path: ["plan"], code: "forbidden" }]);
});

it("of another organization is as of one that is not there", async () => {
  const [own, other] = [await createOrganization(), await createOrganization()];
  const key = await createKey(own);
  const answer = await graphql("query ($id: String!) { organization(id: $id) { plan { key } } }", {
    ...{ key, variables: { id: encodeId("org", other.id) } },
  });
  expect(answer.errors).toMatchObject([{ code: "invalid_organization" }]);
  expect(answer.text).not.toContain(other.slug);
});

it("is asked once, however often a document wants it", async () => {
  const key = await createKey(await createOrganization());
  const facts = await questions(key, `{ plan { key } a: plan { name } organization { plan { limits { used } } } }`);
  expect(facts).toEqual(["plan_and_use"]);
  const rooms = await questions(key, "{ a: plan_limit(name: keys) { most } b: plan_limit(name: keys) { used } }");
  expect(rooms).toEqual(["room_left"]);
});

/** The functions of plans that a document asks, each time it does. */
async function questions(key: string, document: string): Promise<string[]> {
  const spy = vi.spyOn(Conversation.prototype, "ask");
  const { errors } = await graphql(document, { key });
  const asked = spy.mock.calls.flatMap(
    ([{ text }]) => /guard\.(plan_and_use|room_left|withheld_here)/.exec(text)?.[1] ?? [],
  );
  spy.mockRestore();
  expect(errors).toEqual([]);
  return asked;
}

it("what finds no room says which limit is full, and who raises it", async () => {
  const { owner, ...own } = await createOrganization();
  await putOnPlan(own, { limits: { keys: 1 } });
  await createKey({ owner, ...own });
  const document = `mutation { create_api_key(input: { label: "One more", password: "${testPassword}" }) { api_key { id } errors { field } } }`;
  const asked = { token: await accessToken(owner), headers: { "x-org-id": organizationId(own) } };
  const { errors } = await graphql(document, asked);
  expect(errors).toMatchObject([
    {
      code: "plan_limit",
      extensions: { limit: { most: 1, used: 1 }, changed_by: "the operators of this installation" },
    },
  ]);
});
