import { describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { callApi } from "@/lib/testing/api";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { createKey as insertKey } from "@/lib/testing/keys";
import { createOrganization, guard, keyHandle } from "@/lib/testing/world";
import { createKey } from "./operations";
import { rotateOwnKey } from "./own-operations";

serveGraphql();

const rotate = (key: string, body: object = {}) => callApi({ method: "POST", path: "/me/key/rotate", key, body });

describe("a key that replaces itself", () => {
  it("works no longer, and the new one opens the same until the same moment, on the record", async () => {
    const organization = await createOrganization();
    const { key, expiresAt } = await organization.owner.handle.run(createKey, {
      label: "Dock",
      scopes: { shipments: "read" },
    });
    const { status, body } = await rotate(key);
    expect([status, body.label, body.expires_at]).toEqual([200, "Dock", expiresAt?.toISOString()]);
    expect((await rotate(key)).body.errors[0]).toMatchObject({ reason: "key_rotated" });
    const [before, after] = await Promise.all(
      [key, body.key].map((each) => callApi({ path: "/shipments", key: each })),
    );
    expect([before?.status, after?.status]).toEqual([401, 200]);
    expect((await callApi({ path: "/orders", key: body.key })).status).toBe(403);
    const entries = await guard<{ actor_kind: string }[]>`
      select actor_kind from audit.entries where organization_id = ${organization.id} and operation = 'keys.rotate_own'`;
    expect(entries.length).toBeGreaterThan(1);
    expect(new Set(entries.map(({ actor_kind }) => actor_kind))).toEqual(new Set(["key"]));
    const [told] = await guard`
      select from public.events where organization_id = ${organization.id} and type = 'key.rotated'`;
    expect(told).toBeDefined();
  });

  it("works beside the new one for as long as it asked, and replaces itself once", async () => {
    const organization = await createOrganization();
    const key = await insertKey(organization);
    const { body } = await rotate(key, { overlap_hours: 2 });
    for (const each of [key, body.key]) expect((await callApi({ path: "/me", key: each })).status).toBe(200);
    expect((await rotate(key)).body.errors[0].reason).toBe("already_rotated");
    expect((await rotate(body.key, { overlap_hours: 73 })).status).toBe(422);
  });

  it("carries no more than it carried at that moment, also when its maker gets more later", async () => {
    const organization = await createOrganization();
    const key = await insertKey(organization);
    await guard`update guard.api_keys set rights = guard.permission_bits('{organization.view,orders.view}')
      where organization_id = ${organization.id}`;
    const { body } = await rotate(key);
    expect((await callApi({ path: "/orders", key: body.key })).status).toBe(200);
    expect((await callApi({ path: "/shipments", key: body.key })).status).toBe(403);
  });

  it("is replaced by itself alone: a person and another key are told so", async () => {
    const organization = await createOrganization();
    await expect(organization.owner.handle.run(rotateOwnKey, {})).rejects.toMatchObject({ reason: "key_needed" });
    const [one, other] = [await insertKey(organization), await insertKey(organization)];
    await keyHandle(one).run(rotateOwnKey, {});
    expect((await callApi({ path: "/me", key: other })).status).toBe(200);
  });

  it("does so over GraphQL without a password, by itself, its id or what lists show of it", async () => {
    const organization = await createOrganization();
    let key = await insertKey(organization);
    const document = `mutation($data: TokenMutationInput!) { mutate_token(input: $data) { token { key label } errors { field messages } } }`;
    for (const name of [
      async () => key,
      async () => (await callApi({ path: "/me", key })).body.id as string,
      async () => `${key.slice(0, 16)}…${key.slice(-4)}`,
    ]) {
      const data = { key: await name(), refresh: true };
      const answer = await graphql(document, { key, variables: { data } });
      expect(answer.data.mutate_token.errors).toEqual([]);
      key = answer.data.mutate_token.token.key;
      expect((await callApi({ path: "/me", key })).status).toBe(200);
    }
    const other = await insertKey(organization);
    const [row] = await guard<{ id: string }[]>`select id from guard.api_keys
      where organization_id = ${organization.id} and last4 = ${other.slice(-4)}`;
    const refused = await graphql(document, {
      key,
      variables: { data: { key: encodeId("apk", row?.id ?? ""), refresh: true } },
    });
    expect([refused.data, refused.errors[0].code]).toEqual([null, "forbidden"]);
    expect((await callApi({ path: "/me", key: other })).status).toBe(200);
  });
});
