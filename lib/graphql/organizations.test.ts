import { expect, it } from "vitest";
import { accessToken, graphql, organizationId, serveGraphql } from "@/lib/testing/graphql";
import { createOrganization } from "@/lib/testing/world";

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
