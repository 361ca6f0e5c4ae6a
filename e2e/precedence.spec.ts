import { createHash, randomBytes } from "node:crypto";
import { request as send } from "node:http";
import { expect, test } from "@playwright/test";
import { sessionCookie } from "@/lib/access/cookies";
import { encodeId } from "@/lib/ids";
import { newApiKey } from "@/lib/keys/key-format";
import { createOrganization, createPerson, guard, join, type Organization, password, rootHost } from "./world";

// What `X-Org-Id` says, from left to right. An answer is a status, with what chose the organization: it is then `own`.
const headers = ["absent", "own", "foreign", "unknown", "malformed", "suspended"] as const;

const everywhere = (answer: string) => headers.map(() => answer).join(" ");
const onlyOwn = (absent: string, own: string) => `${absent} ${own} 404 404 404 404`;

/** Who asks, from which host, and what is answered for each header. */
const table: [credential: string, host: string, answers: string][] = [
  ["key", "bare", everywhere("200/key")],
  ["key", "root", everywhere("200/key")],
  ["key", "own", everywhere("200/key")],
  ["key", "foreign", everywhere("404")],
  ["key", "unknown", everywhere("404")],
  ["key as Bearer", "bare", everywhere("200/key")],
  ["key as Basic", "bare", everywhere("200/key")],
  ["key of the suspended", "bare", everywhere("403")],
  ["key of the suspended", "own", everywhere("404")],
  ["dead key", "bare", everywhere("401")],
  ["dead key", "foreign", everywhere("401")],
  ["misspelled key", "bare", everywhere("401")],
  ["token", "bare", "200/default 200/header 404 404 404 403"],
  ["token", "root", "200/default 200/header 404 404 404 403"],
  ["token", "own", onlyOwn("200/default", "200/header")],
  ["token", "foreign", everywhere("404")],
  ["token", "unknown", everywhere("404")],
  ["dead token", "bare", everywhere("401")],
  ["dead token", "own", everywhere("401")],
  ["forged token", "bare", everywhere("401")],
  ["session", "own", onlyOwn("200/host", "200/host")],
  ["session", "foreign", "401 401 401 401 404 401"],
  ["session", "root", everywhere("401")],
  ["session", "bare", everywhere("401")],
  ["nothing", "bare", everywhere("401")],
  ["nothing", "own", everywhere("401")],
  ["nothing", "unknown", everywhere("401")],
];

type World = { own: Organization; foreign: Organization; suspended: Organization; credentials: Record<string, object> };

test("who asks, where and with which header decides the organization, and nothing else does", async () => {
  const world = await makeWorld();
  const org = ({ id }: Organization) => encodeId("org", id);
  const named: Record<(typeof headers)[number], object> = {
    absent: {},
    own: { "x-org-id": org(world.own) },
    foreign: { "x-org-id": org(world.foreign) },
    unknown: { "x-org-id": "org_01h2xcejqtf2nbrexx3vqjhp41" },
    malformed: { "x-org-id": "acme'; drop" },
    suspended: { "x-org-id": org(world.suspended) },
  };
  const hosts: Record<string, string> = {
    bare: `localhost:${port}`,
    root: rootHost,
    own: `${world.own.slug}.${rootHost}`,
    foreign: `${world.foreign.slug}.${rootHost}`,
    unknown: `nobody-has-this.${rootHost}`,
  };
  for (const [credential, host, expected] of table) {
    const given: string[] = [];
    for (const header of headers) {
      const all = { ...world.credentials[credential], ...named[header] };
      const answer = await ask(hosts[host] ?? "", "/api/v1/me", all);
      const chosen = answer.headers["x-org-source"];
      if (chosen && answer.status === 200) expect(answer.headers["x-org-id"]).toBe(org(world.own));
      if (answer.status !== 200) expect(answer.text).not.toContain(world.foreign.name);
      given.push(answer.status === 200 ? `200/${chosen}` : String(answer.status));
    }
    expect(given.join(" "), `${credential} on ${host}`).toBe(expected);
  }
});

async function makeWorld(): Promise<World> {
  const person = await createPerson("Olga Owner");
  const own = await createOrganization(person, "Own Freight");
  const foreign = await createOrganization(await createPerson(), "Foreign Freight");
  const suspended = await createOrganization(await createPerson(), "Suspended Freight");
  await join(suspended, person);
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const token = (value: string) => ({ authorization: `Token ${value}` });
  const [key, dead, late] = [await keyOf(own), await keyOf(own), await keyOf(suspended)];
  await guard()`update guard.api_keys set revoked_at = now() where hash = guard.secret_hash(${dead})`;
  const [live, over] = [await tokenOf(person.email), await tokenOf(person.email)];
  await ask(rootHost, "/api/logout", {}, { token: over });
  await guard()`update public.organizations set state = 'suspended' where id = ${suspended.id}`;
  const credentials = {
    key: token(key),
    "key as Bearer": bearer(key),
    "key as Basic": { authorization: `Basic ${btoa(`${key}:`)}` },
    "key of the suspended": token(late),
    "dead key": token(dead),
    "misspelled key": token(`${key.slice(0, -1)}!`),
    token: bearer(live),
    "dead token": bearer(over),
    "forged token": bearer(`${live.slice(0, -8)}AAAAAAAA`),
    session: { cookie: `${sessionCookie}=${await sessionOf(person.userId, own.slug)}` },
    nothing: {},
  };
  return { own, foreign, suspended, credentials };
}

async function keyOf({ id, slug }: Organization): Promise<string> {
  const key = newApiKey(slug);
  await guard()`select guard.insert_key(${id}, r.membership_id, 'Precedence', ${key}, r.permissions, null)
    from guard.rights r where r.organization_id = ${id} and r.role_key = 'owner'`;
  return key;
}

async function tokenOf(email: string): Promise<string> {
  const { text } = await ask(rootHost, "/api/token", {}, { email, password });
  return String(JSON.parse(text).access);
}

async function sessionOf(userId: string, slug: string): Promise<string> {
  const nonce = randomBytes(16).toString("hex");
  const hash = createHash("sha256").update(nonce).digest("hex");
  const sql = guard();
  const [root] = await sql<{ secret: string }[]>`
    select guard.create_session(${userId}, 'password', 'browser test', '{}') as secret`;
  const [code] = await sql<{ code: string }[]>`
    select guard.create_handoff(${root?.secret ?? ""}, ${slug}, ${hash}, '{}') as code`;
  const [session] = await sql<{ secret: string }[]>`
    select guard.redeem_handoff(${code?.code ?? ""}, ${slug}, ${nonce}, '{}') as secret`;
  return session?.secret ?? "";
}

const port = Number(rootHost.split(":")[1]);

/** Node does not resolve `*.localhost`: the loopback address with the Host that a client would send. */
function ask(host: string, path: string, given: object, body?: object) {
  const text = body && JSON.stringify(body);
  const typed = text ? { "content-type": "application/json", "content-length": Buffer.byteLength(text) } : {};
  const options = {
    host: "127.0.0.1",
    port,
    path,
    method: text ? "POST" : "GET",
    headers: { host, ...given, ...typed },
  };
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const request = send(options, (response) => {
      let all = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        all += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: all }));
    });
    request.once("error", reject);
    request.end(text);
  });
}
