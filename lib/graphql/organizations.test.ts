import { expect, it } from "vitest";
import { accessToken, graphql, organizationId, serveGraphql } from "@/lib/testing/graphql";
import { untilWaitedFor } from "@/lib/testing/waiting";
import { createOrganization, guard } from "@/lib/testing/world";

serveGraphql();

const rename = `mutation($data: UpdateOrganizationMutationInput!) {
  update_organization(input: $data) { organization { name } errors { field messages } } }`;

it("an empty name is a fault of the field; none leaves the name as it is", async () => {
  const { owner, name, ...own } = await createOrganization();
  const id = organizationId(own);
  const asked = { token: await accessToken(owner), headers: { "x-org-id": id } };
  const empty = await graphql(rename, { ...asked, variables: { data: { id, name: "" } } });
  expect(empty.data.update_organization).toMatchObject({ organization: null, errors: [{ field: "name" }] });
  for (const data of [{ id }, { id, name: null }]) {
    const same = await graphql(rename, { ...asked, variables: { data } });
    expect(same.data.update_organization).toEqual({ organization: { name }, errors: [] });
  }
});

it("a new name takes back nothing that somebody else changes at that moment", async () => {
  const { owner, ...own } = await createOrganization();
  const id = organizationId(own);
  const asked = { token: await accessToken(owner), headers: { "x-org-id": id } };
  const changing = await guard.begin(async (transaction) => {
    await transaction`update public.organizations set city = 'Hamburg' where id = ${own.id}`;
    const renamed = graphql(rename, { ...asked, variables: { data: { id, name: "Harbour Lines" } } });
    await untilWaitedFor(transaction);
    return { renamed };
  });
  expect((await changing.renamed).data.update_organization.organization).toEqual({ name: "Harbour Lines" });
  const [now] = await guard`select name, city from public.organizations where id = ${own.id}`;
  expect(now).toEqual({ name: "Harbour Lines", city: "Hamburg" });
});

it("whoever asks hears when they were last here, as others hear it of them", async () => {
  const { owner, ...own } = await createOrganization();
  const at = "2026-01-02T03:04:05.000Z";
  await guard`update public.memberships set last_active_at = ${at} where id = ${owner.membershipId}`;
  const { data } = await graphql(
    "{ user { last_login } organization { current_user { last_login } members { last_login } } }",
    {
      token: await accessToken(owner),
      headers: { "x-org-id": organizationId(own) },
    },
  );
  const [moment] = data.organization.members.map((each: { last_login: string }) => each.last_login);
  expect(Date.parse(moment)).toBeGreaterThanOrEqual(Date.parse(at));
  expect([data.user.last_login, data.organization.current_user.last_login]).toEqual([moment, moment]);
});
