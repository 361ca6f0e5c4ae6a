import { beforeAll, describe, expect, it } from "vitest";
import { modeCookie, sessionCookie } from "@/lib/access/cookies";
import { createShipment } from "@/lib/shipments/operations";
import { callApi } from "@/lib/testing/api";
import { accessToken, graphql, organizationId, serveGraphql } from "@/lib/testing/graphql";
import { bothModes, createKeyOf, inModeOf, type Mode, otherMode } from "@/lib/testing/modes";
import { makeRecord, resourceNamed } from "@/lib/testing/resource-cases";
import { someShipment } from "@/lib/testing/work-records";
import { createOrganization, type Organization } from "@/lib/testing/world";

serveGraphql();

let organization: Organization;
let token: string;
const keys: Record<Mode, string> = { live: "", test: "" };
const shipments: Record<Mode, string> = { live: "", test: "" };

beforeAll(async () => {
  organization = await createOrganization();
  token = await accessToken(organization.owner);
  for (const mode of bothModes) {
    const there = inModeOf(organization, mode);
    keys[mode] = await createKeyOf(organization, mode);
    shipments[mode] = (await there.owner.handle.run(createShipment, someShipment)).id;
    await makeRecord(there, resourceNamed("carrier_connections"));
    await makeRecord(there, resourceNamed("orders"));
  }
});

const asked = {
  true: "test",
  YES: "test",
  on: "test",
  " 1 ": "test",
  false: "live",
  no: "live",
  Off: "live",
  "0": "live",
} as const;

function byToken(header: string | undefined, path = "/shipments") {
  const named = { authorization: `Bearer ${token}`, "x-org-id": organizationId(organization) };
  return callApi({ path, headers: { ...named, ...(header === undefined ? {} : { "x-test-mode": header }) } });
}

const idsIn = ({ body }: { body: { data: { id: string }[] } }) => body.data.map(({ id }) => id);

describe("X-Test-Mode", () => {
  it.each(Object.entries(asked))("%s of a token is %s", async (header, mode) => {
    const answer = await byToken(header);
    expect(idsIn(answer)).toEqual([shipments[mode]]);
    expect(answer.body.data[0].test_mode).toBe(mode === "test");
    expect(answer.headers.get("x-test-mode")).toBe(String(mode === "test"));
  });

  it("left out is live", async () => {
    const answer = await byToken(undefined);
    expect(idsIn(answer)).toEqual([shipments.live]);
    expect(answer.headers.get("x-test-mode")).toBe("false");
  });

  it.each(["", "maybe", "true, false", "2", "null"])("%j is refused", async (header) => {
    const answer = await byToken(header);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].code).toBe("invalid_mode");
    expect((await graphql("{ __typename }", { token, headers: { "x-test-mode": header } })).status).toBe(400);
  });

  it.each(bothModes)("of a %s key changes nothing", async (mode) => {
    for (const header of ["true", "false", undefined]) {
      const headers: Record<string, string> = header === undefined ? {} : { "x-test-mode": header };
      const answer = await callApi({ path: "/shipments", key: keys[mode], headers });
      expect(idsIn(answer)).toEqual([shipments[mode]]);
      expect(answer.headers.get("x-test-mode")).toBe(String(mode === "test"));
      const path = `/shipments/${shipments[otherMode(mode)]}`;
      expect((await callApi({ path, key: keys[mode], headers })).status).toBe(404);
    }
  });

  it("of a session wins over what its browser works with", async () => {
    const { slug, owner } = organization;
    const read = (cookie: string, header?: string) =>
      callApi({
        path: "/shipments",
        slug,
        headers: {
          cookie: `${sessionCookie}=${owner.hostSession}${cookie}`,
          ...(header === undefined ? {} : { "x-test-mode": header }),
        },
      });
    const testing = `; ${modeCookie}=test`;
    expect(idsIn(await read(""))).toEqual([shipments.live]);
    expect(idsIn(await read(testing))).toEqual([shipments.test]);
    expect(idsIn(await read(`; ${modeCookie}=else`))).toEqual([shipments.live]);
    expect(idsIn(await read("", "yes"))).toEqual([shipments.test]);
    expect(idsIn(await read(testing, "no"))).toEqual([shipments.live]);
  });
});

describe.each(bothModes)("a %s key", (mode) => {
  it("writes its own mode, and is told where it says another", async () => {
    const input = { service: "standard", sender: someShipment.sender, recipient: someShipment.recipient };
    const body = (test: boolean) => ({ ...input, test_mode: test, parcels: [{ weight: 1 }] });
    const call = { method: "POST", path: "/shipments", key: await createKeyOf(await createOrganization(), mode) };
    const refused = await callApi({ ...call, body: body(mode === "live") });
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.body.errors[0].details)).toEqual(["test_mode"]);
    const made = await callApi({ ...call, body: body(mode === "test") });
    expect(made.status).toBe(201);
    expect(made.body.test_mode).toBe(mode === "test");
  });

  it("repeats no answer of the other mode", async () => {
    const headers = { "idempotency-key": crypto.randomUUID() };
    const call = {
      method: "POST",
      path: "/parcels",
      headers,
      body: { name: `Box ${mode}`, length: 1, width: 1, height: 1 },
    };
    const named = { ...headers, authorization: `Bearer ${token}`, "x-org-id": organizationId(organization) };
    const first = await callApi({ ...call, headers: { ...named, "x-test-mode": String(mode === "test") } });
    const other = await callApi({ ...call, headers: { ...named, "x-test-mode": String(mode !== "test") } });
    expect([first.status, other.status]).toEqual([201, 422]);
    expect(other.body.errors[0].reason).toBe("idempotency_key_reused");
  });

  it("is answered by GraphQL as by REST", async () => {
    const { data, errors } = await graphql(
      "{ shipments { edges { node { id test_mode } } } orders { edges { node { test_mode } } } carrier_connections { edges { node { test_mode } } } }",
      { key: keys[mode] },
    );
    expect(errors).toEqual([]);
    const test_mode = mode === "test";
    expect(data.shipments.edges).toEqual([{ node: { id: shipments[mode], test_mode } }]);
    expect(data.orders.edges).toEqual([{ node: { test_mode } }]);
    expect(data.carrier_connections.edges).toEqual([{ node: { test_mode } }]);
    const document = `{ shipment(id: "${shipments[otherMode(mode)]}") { id } }`;
    expect((await graphql(document, { key: keys[mode] })).errors[0].code).toBe("not_found");
  });
});
