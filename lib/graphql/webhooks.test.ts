import { expect, it } from "vitest";
import { codeOf } from "@/lib/access/totp";
import { accessToken, graphql, organizationId, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { makeWebhook } from "@/lib/testing/webhooks";
import { createOrganization, createPerson, testPassword } from "@/lib/testing/world";

serveGraphql();

const fields = "webhook { id url secret disabled enabled_events events description status } errors { field messages }";

it("webhooks are made, changed, found and deleted, their secret in the first answer alone [S31]", async () => {
  const { owner, ...own } = await createOrganization();
  const foreign = await makeWebhook(await createOrganization());
  const asked = { token: await accessToken(owner), headers: { "x-org-id": organizationId(own) } };
  const create = `mutation($data: CreateWebhookMutationInput!) { create_webhook(input: $data) { ${fields} } }`;
  const input = { url: "https://example.com/hooks", enabled_events: ["order_created"], events: ["member.joined"] };
  const made = await graphql(create, { ...asked, variables: { data: { ...input, password: testPassword } } });
  const { webhook } = made.data.create_webhook;
  expect(webhook).toMatchObject({
    secret: expect.stringMatching(/^whsec_/),
    ...{ disabled: false, enabled_events: ["order_created"], events: ["order_created", "member.joined"] },
  });
  const change = `mutation($data: UpdateWebhookMutationInput!) { update_webhook(input: $data) { ${fields} } }`;
  const changed = await graphql(change, {
    ...asked,
    variables: { data: { id: webhook.id, enabled_events: ["all"], disabled: true, password: testPassword } },
  });
  expect(changed.data.update_webhook.webhook).toMatchObject({ secret: null, disabled: true, enabled_events: ["all"] });
  const find = `query($id: String!, $other: String!) { webhook(id: $id) { id secret } other: webhook(id: $other) { id }
    webhooks(filter: { disabled: true }) { page_info { count } edges { node { id } } } }`;
  const found = await graphql(find, { ...asked, variables: { id: webhook.id, other: foreign } });
  expect(found.data).toMatchObject({ webhook: { id: webhook.id, secret: null }, other: null });
  expect(found.data.webhooks.edges).toEqual([{ node: { id: webhook.id } }]);
  const gone = await graphql(`mutation($id: String!) { delete_webhook(input: { id: $id }) { id errors { field } } }`, {
    ...asked,
    variables: { id: webhook.id },
  });
  expect(gone.data.delete_webhook).toEqual({ id: webhook.id, errors: [] });
});

it("webhooks tell faults at their fields, and a key without the scope that it has none", async () => {
  const { owner, ...own } = await createOrganization();
  const asked = { token: await accessToken(owner), headers: { "x-org-id": organizationId(own) } };
  const create = `mutation($data: CreateWebhookMutationInput!) { create_webhook(input: $data) { webhook { id } errors { field } } }`;
  for (const [data, field] of [
    [{ url: "http://127.0.0.1/", enabled_events: ["all"] }, "url"],
    [{ url: "https://example.com/", enabled_events: ["batch_queued"] }, "enabled_events"],
    [{ url: "https://example.com/", enabled_events: [] }, "enabled_events"],
  ] as const) {
    const answer = await graphql(create, { ...asked, variables: { data: { ...data, password: testPassword } } });
    expect(answer.data.create_webhook, field).toEqual({ webhook: null, errors: [{ field }] });
  }
  const key = await createKey({ ...own, owner });
  const { errors } = await graphql(
    'mutation { mutate_token(input: { key: "none", refresh: true }) { errors { field } } }',
    {
      key,
    },
  );
  expect(errors).toEqual([]);
});

it("a second factor is switched on by a code of the app, and off by the password and a code", async () => {
  const token = await accessToken(await createPerson());
  const ask = (document: string, data: object) => graphql(document, { token, variables: { data } });
  const begin = `mutation($data: EnableMultiFactorMutationInput!) { enable_multi_factor(input: $data) { secret uri user { email } errors { field } } }`;
  const confirm = `mutation($data: ConfirmMultiFactorMutationInput!) { confirm_multi_factor(input: $data) { recovery_codes errors { field } } }`;
  const end = `mutation($data: DisableMultiFactorMutationInput!) { disable_multi_factor(input: $data) { user { email } errors { field } } }`;
  const wrong = await ask(begin, { password: "not this one" });
  expect(wrong.data.enable_multi_factor).toMatchObject({ secret: null, errors: [{ field: "password" }] });
  const begun = await ask(begin, { password: testPassword });
  const { secret, uri } = begun.data.enable_multi_factor;
  expect(uri).toContain(secret);
  const missed = await ask(confirm, { token: "000000" });
  expect(missed.data.confirm_multi_factor).toEqual({ recovery_codes: null, errors: [{ field: "token" }] });
  const done = await ask(confirm, { token: codeOf(secret) });
  const codes = done.data.confirm_multi_factor.recovery_codes;
  expect(codes).toHaveLength(10);
  const off = await ask(end, { password: testPassword, factor_code: codes[0] });
  expect(off.data.disable_multi_factor.errors).toEqual([]);
});
