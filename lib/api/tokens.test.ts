import { createHmac, hkdfSync } from "node:crypto";
import { decodeJwt, SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { settled } from "@/lib/access/after";
import { sessionCookie } from "@/lib/access/cookies";
import { codeOf } from "@/lib/access/totp";
import { env } from "@/lib/env";
import { encodeId } from "@/lib/ids";
import { consume } from "@/lib/limits/limits";
import { networkOf } from "@/lib/limits/network";
import { callApi } from "@/lib/testing/api";
import { age, enrolPerson, freeStep } from "@/lib/testing/factors";
import { createRole } from "@/lib/testing/roles";
import {
  addMember,
  createOrganization,
  createPerson,
  guard,
  type Person,
  request as requestInfo,
  testPassword,
} from "@/lib/testing/world";
import { answerLogout, answerRefresh, answerToken, answerVerify } from "./tokens";

type Door = (request: Request) => Promise<Response>;

async function post(door: Door, body: object, { host = "localhost:3000", info = requestInfo() } = {}) {
  const { id, address } = info;
  const headers = {
    "x-berth-host": host,
    "x-berth-address": address,
    "x-request-id": id,
    "content-type": "application/json",
  };
  const response = await door(
    new Request(`http://${host}/api/token`, { method: "POST", headers, body: JSON.stringify(body) }),
  );
  return { status: response.status, body: await response.json() };
}

async function tokensOf({ email }: Person): Promise<{ access: string; refresh: string }> {
  const { body } = await post(answerToken, { email, password: testPassword });
  return body;
}

const me = (access: string, more: Partial<Parameters<typeof callApi>[0]> = {}) =>
  callApi({ path: "/me", ...more, headers: { authorization: `Bearer ${access}`, ...more.headers } });
const reason = (answer: { body: { errors?: { reason: string }[] } }) => answer.body.errors?.[0]?.reason;

describe("access tokens", () => {
  it("open the organization that the header names, else the person's default one", async () => {
    const first = await createOrganization();
    const second = await createOrganization();
    await addMember(second, { person: first.owner });
    const { access } = await tokensOf(first.owner);
    const unnamed = await me(access);
    expect([unnamed.status, unnamed.headers.get("x-org-source")]).toEqual([200, "default"]);
    expect(unnamed.body).toMatchObject({
      kind: "person",
      email: first.owner.email,
      organization: { slug: first.slug },
    });
    const named = await me(access, { headers: { "x-org-id": encodeId("org", second.id) } });
    expect([named.body.organization.slug, named.headers.get("x-org-source")]).toEqual([second.slug, "header"]);
    const declare = {
      method: "PUT",
      path: "/me/default-organization",
      body: { organization_id: encodeId("org", second.id) },
    };
    expect((await me(access, declare)).status).toBe(200);
    expect((await me(access)).body.organization.slug).toBe(second.slug);
    const foreign = { ...declare, body: { organization_id: encodeId("org", (await createOrganization()).id) } };
    expect((await me(access, foreign)).status).toBe(404);
  });

  it("of somebody in no organization say so where none was named, and tell no more of others", async () => {
    const person = await createPerson();
    const { access } = await tokensOf(person);
    const alone = await me(access);
    expect([alone.status, reason(alone), alone.headers.get("x-org-id")]).toEqual([404, "no_organization", null]);
    expect(alone.body.errors[0].message).toContain("no organization. Create one or accept an invitation");
    const foreign = await createOrganization();
    const others = [
      await me(access, { headers: { "x-org-id": encodeId("org", foreign.id) } }),
      await me(access, { headers: { "x-org-id": encodeId("org", crypto.randomUUID()) } }),
      await me(access, { slug: foreign.slug }),
    ];
    expect(others.map((answer) => [answer.status, reason(answer)])).toEqual(
      Array(3).fill([404, "organization_unknown"]),
    );
    await addMember(foreign, { person });
    expect((await me(access)).body.organization.slug).toBe(foreign.slug);
  });

  it("carry neither rights nor organization, and nothing that a browser could sign in with", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization, { role: "admin" });
    const { access } = await tokensOf(member);
    const claims = JSON.parse(Buffer.from(access.split(".")[1] ?? "", "base64url").toString());
    expect(Object.keys(claims).sort()).toEqual(["aud", "exp", "iat", "iss", "sec", "sid", "sub"]);
    expect(claims.exp - claims.iat).toBeLessThanOrEqual(900);
    const cookie = { path: "/me", root: true, headers: { cookie: `${sessionCookie}=${claims.sec}` } };
    expect((await me(access, { path: "/members" })).status).toBe(200);
    await guard`update public.memberships set role_key = 'staff' where id = ${member.membershipId}`;
    expect((await me(access, { path: "/members" })).body.errors[0].permission).toBe("members.view");
    await settled();
    const refused = await guard`select operation, actor_user_id from audit.entries
      where organization_id = ${organization.id} and action = 'refused'`;
    expect(refused).toEqual([{ operation: "members.list", actor_user_id: member.userId }]);
    await guard`update public.memberships set status = 'suspended' where id = ${member.membershipId}`;
    expect((await me(access)).status).toBe(404);
    expect((await callApi(cookie)).status).toBe(401);
  });

  it("are told who can give what is missing, as a session is", async () => {
    const organization = await createOrganization();
    const role = await createRole(organization, ["organization.view", "members.view"]);
    const member = await addMember(organization, { role });
    const { access } = await tokensOf(member);
    const [byToken] = (await me(access, { path: "/invitations" })).body.errors;
    expect(byToken).toMatchObject({ permission: "invitations.view", grantors: [organization.owner.name] });
    const bySession = { path: "/invitations", slug: organization.slug, session: member.hostSession };
    expect(byToken).toEqual((await callApi(bySession)).body.errors[0]);
  });

  it("are of nobody at the address of another organization, also where they name their own", async () => {
    const [own, other] = [await createOrganization(), await createOrganization()];
    const { access } = await tokensOf(own.owner);
    expect((await me(access, { slug: own.slug })).status).toBe(200);
    const named: Record<string, string>[] = [own, other].map(({ id }) => ({ "x-org-id": encodeId("org", id) }));
    for (const headers of [{}, ...named]) {
      const { status, body } = await me(access, { slug: other.slug, headers });
      expect([status, body.errors[0].reason]).toEqual([404, "organization_unknown"]);
    }
  });

  it("are those of programs alone: what we sign for another use, or another installation, is none", async () => {
    const { owner } = await createOrganization();
    const { access } = await tokensOf(owner);
    const { iss, aud, exp, iat, ...claims } = decodeJwt(access);
    const key = new Uint8Array(hkdfSync("sha256", env().secret, "", "berth access tokens", 32));
    const signed = (typ: string, issuer: string, audience: string) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: "HS256", typ })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime("5m")
        .sign(key);
    const [issuer, audience] = [String(iss), String(aud)];
    expect((await me(await signed("at+jwt", issuer, audience))).status).toBe(200);
    for (const [typ, by, to] of [
      ["JWT", issuer, audience],
      ["at+jwt", "https://other.example", audience],
      ["at+jwt", issuer, "other"],
    ] as const)
      expect(reason(await me(await signed(typ, by, to))), `${typ} ${by} ${to}`).toBe("token_invalid");
  });

  it("that we did not sign, or for something else, are none [S47]", async () => {
    const { owner } = await createOrganization();
    const { access, refresh } = await tokensOf(owner);
    const [head = "", body = "", mark = ""] = access.split(".");
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = JSON.parse(Buffer.from(body, "base64url").toString());
    const none = `${part({ alg: "none", typ: "at+jwt" })}.${body}.`;
    const otherKey = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256", typ: "at+jwt" })
      .sign(Buffer.alloc(32));
    const injected = part({
      alg: "HS256",
      typ: "at+jwt",
      jwk: { kty: "oct", k: "AAAA" },
      jku: "https://evil.example",
      kid: "../x",
    });
    const byInjected = `${injected}.${body}.${createHmac("sha256", Buffer.alloc(3)).update(`${injected}.${body}`).digest("base64url")}`;
    const longer = `${head}.${part({ ...claims, exp: claims.exp + 9999 })}.${mark}`;
    for (const forged of [none, otherKey, byInjected, longer, `${head}.${body}.`, "a.b.c"])
      expect(reason(await me(forged)), forged).toBe("token_invalid");
    for (const secret of [refresh, claims.sec, owner.session]) expect((await me(secret)).status).toBe(401);
  });

  it("end with their quarter of an hour by the database's clock", async () => {
    const { owner } = await createOrganization();
    const { access } = await tokensOf(owner);
    await guard`update guard.access_tokens set expires_at = now() where session_id in
      (select id from guard.sessions where user_id = ${owner.userId})`;
    expect(reason(await me(access))).toBe("token_over");
    expect((await post(answerVerify, { token: access })).status).toBe(401);
  });

  it("end at once with sign-out, everywhere, a new password and removal by the person [S46]", async () => {
    const ends = [
      (person: Person) => guard`select guard.set_password(${person.userId}, 'salt', '{}', 'raw', null)`,
      (person: Person) => guard`select guard.sign_out(${person.session}, '', true, '{}')`,
    ];
    for (const end of ends) {
      const { owner } = await createOrganization();
      const { access, refresh } = await tokensOf(owner);
      expect((await post(answerVerify, { token: access })).status).toBe(200);
      await end(owner);
      expect(reason(await me(access))).toBe("token_over");
      expect((await post(answerRefresh, { refresh })).status).toBe(401);
    }
    const { owner } = await createOrganization();
    const { access, refresh } = await tokensOf(owner);
    expect((await post(answerLogout, { token: access })).status).toBe(200);
    expect(reason(await me(access))).toBe("token_over");
    expect((await post(answerRefresh, { refresh })).status).toBe(401);
    expect((await post(answerLogout, { token: access })).status).toBe(401);
  });

  it("are ended by the person whatever others on the same network verify", async () => {
    const { owner } = await createOrganization();
    const { access } = await tokensOf(owner);
    const info = requestInfo();
    const spent = { name: "verify/network", key: networkOf(info.address), points: 600, seconds: 900, cost: 600 };
    await consume([spent]);
    expect((await post(answerVerify, { token: access }, { info })).status).toBe(429);
    expect((await post(answerLogout, { token: access }, { info })).status).toBe(200);
    expect(reason(await me(access))).toBe("token_over");
  });

  it("do what wants a fresh proof only with the password beside it", async () => {
    const { owner } = await createOrganization();
    const { access } = await tokensOf(owner);
    await guard`update guard.sessions set confirmed_at = null where user_id = ${owner.userId}`;
    const make = (more: object) => me(access, { method: "POST", path: "/keys", body: { label: "By token", ...more } });
    expect((await make({})).body.errors[0].code).toBe("confirm_password");
    const made = await make({ password: testPassword });
    expect(made.status).toBe(201);
    expect(made.headers.get("set-cookie")).toBeNull();
    expect((await make({})).status).toBe(201);
  });
});

describe("refresh tokens", () => {
  it("are used once; a used one ends the whole family", async () => {
    const { owner } = await createOrganization();
    const first = await tokensOf(owner);
    const next = (await post(answerRefresh, { refresh: first.refresh })).body;
    expect((await me(next.access)).status).toBe(200);
    expect(reason(await me(first.access))).toBe("token_over");
    expect((await post(answerRefresh, { refresh: first.refresh })).status).toBe(401);
    expect(reason(await me(next.access))).toBe("token_over");
    expect((await post(answerRefresh, { refresh: next.refresh })).status).toBe(401);
  });

  it("are no use of the session: where an organization ends idle ones, refreshing keeps none awake", async () => {
    const { id, owner } = await createOrganization();
    await guard`update public.organizations set session_idle_minutes = 30 where id = ${id}`;
    const first = await tokensOf(owner);
    expect((await me(first.access)).status).toBe(200);
    await settled();
    await guard`update guard.sessions set last_used_at = now() - interval '31 minutes' where user_id = ${owner.userId}`;
    const { status, body } = await post(answerRefresh, { refresh: first.refresh });
    expect(status).toBe(201);
    expect(reason(await me(body.access))).toBe("session_over");
  });

  it("used by twenty at once give one pair at most, and that one is over", async () => {
    const { owner } = await createOrganization();
    const { refresh } = await tokensOf(owner);
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(answerRefresh, { refresh })));
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(1);
    expect((await me(made[0]?.body.access)).status).toBe(401);
  });
});

describe("signing in for tokens", () => {
  it("answers alike for an unknown address and a wrong password [S56]", async () => {
    const person = await createPerson();
    const wrong = await post(answerToken, { email: person.email, password: "not my password" });
    const unknown = await post(answerToken, { email: "nobody@people.example", password: "not my password" });
    expect([wrong.status, wrong.body.errors]).toEqual([unknown.status, unknown.body.errors]);
    expect(wrong.status).toBe(401);
  });

  it("wants the second factor's code where there is one", async () => {
    const { owner } = await createOrganization();
    const { seed } = await enrolPerson(owner);
    const given = { email: owner.email, password: testPassword };
    expect(reason(await post(answerToken, given))).toBe("factor_needed");
    const wrong = { factor_code: "000000" };
    const told = await post(answerToken, { ...given, ...wrong });
    expect([told.status, Object.keys(told.body.errors[0].details)]).toEqual([422, ["factor_code"]]);
    await freeStep(owner);
    const { status, body } = await post(answerToken, { ...given, factor_code: codeOf(seed) });
    expect(status).toBe(201);
    expect((await me(body.access)).status).toBe(200);
    await age(owner, "1 hour");
    const change = { method: "PUT", path: "/settings/keys", body: { when_maker_leaves: "stay", ...wrong } };
    const refused = await me(body.access, change);
    expect([refused.status, Object.keys(refused.body.errors[0].details)]).toEqual([422, ["factor_code"]]);
  });

  it("is strict, and has no address on an organization's host", async () => {
    const { owner, slug } = await createOrganization();
    const given = { email: owner.email, password: testPassword };
    expect((await post(answerToken, given, { host: `${slug}.berth.localhost:3000` })).status).toBe(404);
    expect((await post(answerToken, { ...given, organization_id: "x" })).status).toBe(422);
  });
});
