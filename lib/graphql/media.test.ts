import { expect, it } from "vitest";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { createKey, testKey } from "@/lib/testing/keys";
import { createOrganization } from "@/lib/testing/world";

serveGraphql();

const own = "application/graphql-response+json";
const json = "application/json";

it("answers a client of GraphQL over HTTP in its media type, with the status of what was refused", async () => {
  const key = await createKey(await createOrganization());
  const headers = { accept: own };
  const good = await graphql("{ __typename }", { key, headers });
  expect([good.status, good.headers["content-type"], good.body]).toEqual([
    200,
    `${own}; charset=utf-8`,
    { data: { __typename: "Query" } },
  ]);
  const cases: [Parameters<typeof graphql>, number, string][] = [
    [["{ nothing }", { key, headers }], 400, "invalid_document"],
    [["{", { key, headers }], 400, "invalid_document"],
    [["", { key, headers, body: "[]" }], 400, "invalid_json"],
    [["", { key, headers: { ...headers, "content-type": "text/plain" } }], 415, "unsupported_media_type"],
    [["{ user { email } }", { key: testKey(), headers }], 401, "invalid_token"],
  ];
  for (const [asked, status, code] of cases) {
    const refused = await graphql(...asked);
    expect([refused.status, refused.headers["content-type"]], code).toEqual([status, `${own}; charset=utf-8`]);
    expect(refused.body).toEqual({ errors: [expect.objectContaining({ code, status_code: status })] });
  }
});

it("keeps to 200 where a field was refused, and for every other client", async () => {
  const key = await createKey(await createOrganization());
  const field = await graphql(`{ auditlog(id: "999999999") { id } }`, { key, headers: { accept: own } });
  expect([field.status, field.body.data, field.errors[0].path]).toEqual([200, { auditlog: null }, ["auditlog"]]);
  for (const accept of ["*/*", json, `${own};q=0.5, ${json}`, `${own};q=0`, "text/plain"]) {
    const { status, headers, body } = await graphql("{ nothing }", { key, headers: { accept } });
    expect([status, headers["content-type"], body.data], accept).toEqual([200, `${json}; charset=utf-8`, null]);
  }
  const both = await graphql("{ nothing }", { key, headers: { accept: `${own}, ${json};q=0.9` } });
  expect(both.status).toBe(400);
});
