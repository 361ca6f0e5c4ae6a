import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { flushCalls } from "@/lib/access/call-log";
import { encodeId } from "@/lib/ids";
import { callApi } from "@/lib/testing/api";
import { createKey, testKey } from "@/lib/testing/keys";
import { addMember, createOrganization, createPerson, guard, unique } from "@/lib/testing/world";

const organizationKey = async () => {
  const organization = await createOrganization();
  return { organization, key: await createKey(organization) };
};

describe("credentials", () => {
  it("takes the organization from the key, as Token, Bearer and Basic", async () => {
    const { organization, key } = await organizationKey();
    for (const authorization of [`Token ${key}`, `bearer ${key}`, `Basic ${btoa(`${key}:`)}`]) {
      const { status, body, headers } = await callApi({ path: "/me", headers: { authorization, "x-org-id": "org_x" } });
      expect(status).toBe(200);
      expect(body).toMatchObject({ kind: "key", name: organization.name, organization: { slug: organization.slug } });
      expect(headers.get("x-org-id")).toBe(encodeId("org", organization.id));
      expect(headers.get("x-org-source")).toBe("key");
      expect(headers.get("cache-control")).toBe("private, no-store");
      expect(headers.get("x-request-id")).toBe(body.request_id ?? headers.get("x-request-id"));
    }
  });

  it("takes the organization from the host of a session, and tells a person from a key", async () => {
    const organization = await createOrganization();
    const { slug, owner } = organization;
    const { status, body, headers } = await callApi({ path: "/me", slug, session: owner.hostSession });
    expect(status).toBe(200);
    expect(body).toMatchObject({ kind: "person", email: owner.email, is_owner: true, role_key: "owner" });
    expect(body.permissions).toContain("organization.delete");
    expect(headers.get("x-org-source")).toBe("host");
  });

  it("answers the account on the main address", async () => {
    const { owner, slug } = await createOrganization();
    const { body, headers } = await callApi({ path: "/me", root: true, session: owner.session });
    expect(body).toMatchObject({ email: owner.email, organizations: [{ slug, role_key: "owner" }] });
    expect(headers.get("x-org-id")).toBeNull();
  });

  it("answers a key on its own organization's host, and 404 on another's, real or not [S30]", async () => {
    const { organization, key } = await organizationKey();
    const other = await createOrganization();
    expect((await callApi({ path: "/me", slug: organization.slug, key })).status).toBe(200);
    const answers = [];
    for (const slug of [other.slug, "nobody-has-this"]) answers.push(await callApi({ path: "/me", slug, key }));
    for (const { status, headers } of answers) expect([status, headers.get("x-org-id")]).toEqual([404, null]);
    expect(alike(answers[0])).toEqual(alike(answers[1]));
    expect(answers[0]?.text).not.toContain(other.name);
  });

  it("opens nothing with a session of another host, and tells real hosts from none by nothing [S30]", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    for (const session of [a.owner.hostSession, a.owner.session])
      for (const slug of [b.slug, "nobody-has-this"])
        expect((await callApi({ path: "/members", slug, session })).status).toBe(401);
    expect((await callApi({ path: "/members", root: true, session: a.owner.hostSession })).status).toBe(401);
    expect((await callApi({ path: "/members", root: true, session: a.owner.session })).body.errors[0].reason).toBe(
      "organization_missing",
    );
  });

  it("never falls back from a bad key to the cookie", async () => {
    const { owner, slug } = await createOrganization();
    const call = { path: "/me", slug, session: owner.hostSession };
    for (const authorization of ["Token key_nonsense", `Token ${testKey()}`, "Digest x", "", "Token"])
      expect((await callApi({ ...call, headers: { authorization } })).status).toBe(401);
  });

  it("does not ask the database about a malformed key, and answers as for an unknown one [S75]", async () => {
    await flushCalls(); // which would go out by its own clock meanwhile
    const query = vi.spyOn(pg.Client.prototype, "query");
    const wrongSum = testKey().replace(/.$/, (last) => (last === "a" ? "b" : "a"));
    const malformed = await callApi({ path: "/me", key: wrongSum });
    await callApi({ path: "/members?nonsense=1", key: "key_abc" });
    expect(query).not.toHaveBeenCalled();
    query.mockRestore();
    const unknown = await callApi({ path: "/me", key: testKey() });
    expect(malformed.status).toBe(401);
    expect(alike(malformed)).toEqual(alike(unknown));
  });

  it("refuses a key in an address, also beside a good one [S75]", async () => {
    const { key } = await organizationKey();
    for (const path of [`/members?key=${key}`, `/members?api_key=%6b${key.slice(1)}`, `/members/${key}`]) {
      const { status, body, text } = await callApi({ path, key });
      expect([status, body.errors[0].reason]).toEqual([401, "key_in_address"]);
      expect(text).not.toContain(key);
    }
  });

  it("ends with revocation and suspension, at once", async () => {
    const { organization, key } = await organizationKey();
    await guard`update public.organizations set state = 'suspended' where id = ${organization.id}`;
    expect((await callApi({ path: "/me", key })).body.errors[0].code).toBe("suspended");
    await guard`update public.organizations set state = 'active' where id = ${organization.id}`;
    await guard`update guard.api_keys set revoked_at = now() where organization_id = ${organization.id}`;
    expect((await callApi({ path: "/me", key })).status).toBe(401);
  });

  it("does not take two session cookies", async () => {
    const { owner, slug } = await createOrganization();
    const pair = `__Host-berth=${owner.hostSession}`;
    expect((await callApi({ path: "/me", slug, headers: { cookie: `${pair}; __Host-berth=x` } })).status).toBe(401);
    expect((await callApi({ path: "/me", slug, headers: { cookie: pair } })).status).toBe(200);
  });

  it("opens only what the trusted host names", async () => {
    const { owner, slug } = await createOrganization();
    for (const host of ["", `${slug}.berth.localhost`, "evil.example", `a.${slug}.berth.localhost:3000`, "10.0.0.1"])
      expect(
        (await callApi({ path: "/me", slug, session: owner.hostSession, headers: { "x-berth-host": host } })).status,
      ).toBe(404);
    expect((await callApi({ path: "/me", session: owner.hostSession })).status).toBe(401);
  });
});

describe("first contact", () => {
  const setUp = (session: string, body: object) =>
    callApi({ method: "POST", path: "/setup", root: true, session, body });

  it("founds what is missing with a name alone, once, and says what is still to tell", async () => {
    const person = await createPerson();
    const name = unique("First Contact");
    const first = await setUp(person.session, { name });
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      account: { email: person.email },
      organization: { name, complete: false, missing: ["company_name", "industry", "company_size", "city"] },
      membership: { role_key: "owner" },
      created: true,
    });
    const again = await setUp(person.session, { name: ` ${name.toUpperCase()} ` });
    expect(again.body).toEqual({ ...first.body, created: false, key: null });
    const other = await setUp(person.session, { name, city: "Rotterdam" });
    expect([other.status, other.body.errors[0].reason]).toEqual([409, "name_taken"]);
    const { body } = await callApi({ path: "/organization", key: first.body.key });
    expect(body).toEqual(first.body.organization);
  });

  it("founds one, whoever is fastest [S69]", async () => {
    const person = await createPerson();
    const answers = await Promise.all(Array.from({ length: 50 }, () => setUp(person.session, { name: "Fifty" })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.organization.id)).size).toBe(1);
    expect(answers.filter(({ body }) => body.created && body.key).length).toBe(1);
  });

  it("is a person's alone, from its own address, and strict", async () => {
    const { owner, slug, ...organization } = await createOrganization();
    const key = await createKey({ ...organization, owner, slug });
    const byKey = await callApi({ method: "POST", path: "/setup", key, body: { name: "By key" } });
    expect([byKey.status, byKey.body.errors[0].reason]).toEqual([403, "account_needed"]);
    for (const origin of [null, "null", "https://evil.example", `http://${slug}.berth.localhost:3000`]) {
      const call = {
        method: "POST",
        path: "/setup",
        root: true,
        session: owner.session,
        origin,
        body: { name: "Forged" },
      };
      expect((await callApi(call)).body.errors[0].code).toBe("wrong_origin");
    }
    const taken = await setUp(owner.session, { name: "Smuggled", organization_id: "x", state: "active", plan: "big" });
    expect(Object.keys(taken.body.errors[0].details)).toEqual(["organization_id", "state", "plan"]);
    expect((await setUp(owner.session, {})).status).toBe(422);
  });
});

describe("refusals", () => {
  it("says which permission is missing, and for which organization", async () => {
    const organization = await createOrganization();
    const staff = await addMember(organization, { role: "staff" });
    const { status, body, headers } = await callApi({
      path: "/members",
      slug: organization.slug,
      session: staff.hostSession,
    });
    expect(status).toBe(403);
    expect(body.errors[0]).toMatchObject({
      code: "forbidden",
      reason: "permission_missing",
      permission: "members.view",
    });
    expect(headers.get("x-org-id")).toBe(encodeId("org", organization.id));
  });

  it("answers unknown addresses, methods, HEAD and OPTIONS as JSON or nothing", async () => {
    const { key } = await organizationKey();
    const missing = await callApi({ path: "/nothing", key });
    expect([missing.status, missing.body.errors[0].code]).toEqual([404, "not_found"]);
    const wrong = await callApi({ path: "/me", method: "DELETE", key });
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    const options = await callApi({ path: "/me", method: "OPTIONS" });
    expect([options.status, options.text, options.headers.get("allow")]).toEqual([204, "", "GET, HEAD, OPTIONS"]);
    const head = await callApi({ path: "/me", method: "HEAD", key });
    expect([head.status, head.text]).toEqual([200, ""]);
    expect((await callApi({ path: "/%E0%A4%A", key })).status).toBe(404);
    expect((await callApi({ path: "/me" })).status).toBe(401);
  });

  it("names the methods of files too, which are answered beside the routes", async () => {
    const { key } = await organizationKey();
    const allow = async (path: string, method: string) => {
      const { status, headers } = await callApi({ path, method, key });
      return [status, headers.get("allow")];
    };
    expect(await allow("/imports/customers", "OPTIONS")).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
    expect(await allow("/imports/customers", "PUT")).toEqual([405, "GET, HEAD, POST, OPTIONS"]);
    expect(await allow("/exports/customers", "OPTIONS")).toEqual([204, "GET, HEAD, OPTIONS"]);
    expect(await allow("/exports/customers", "DELETE")).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect((await callApi({ path: "/exports", method: "OPTIONS", key })).status).toBe(404);
  });

  it("tells a dead credential before a faulty input", async () => {
    expect((await callApi({ path: "/members?nonsense=1", key: testKey() })).status).toBe(401);
    const { organization, key } = await organizationKey();
    const { status, body, headers } = await callApi({ path: "/members?nonsense=1", key });
    expect([status, body.errors[0].details]).toEqual([422, { nonsense: ["This field does not exist."] }]);
    expect(headers.get("x-org-id")).toBe(encodeId("org", organization.id));
  });

  it("shows one organization to a key whose maker belongs to several [S31]", async () => {
    const owner = await createPerson();
    const [a, b] = [await createOrganization({ owner }), await createOrganization({ owner })];
    const key = await createKey(a);
    for (const path of ["/me", "/members"]) expect((await callApi({ path, key })).text).not.toContain(b.slug);
  });
});

function alike(answer: { status: number; headers: Headers; text: string } | undefined) {
  const headers = [...(answer?.headers ?? [])].filter(([name]) => !["x-request-id", "ratelimit"].includes(name));
  return [answer?.status, headers, answer?.text.replace(/"request_id":"[^"]*"/, "")];
}
