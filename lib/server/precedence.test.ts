import { createServer, type IncomingMessage, type Server, request as send } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { modeCookie, sessionCookie } from "@/lib/access/cookies";
import { answerApi } from "@/lib/api/api";
import { answerLogout, answerToken } from "@/lib/api/tokens";
import { customers } from "@/lib/customers/resource";
import { env } from "@/lib/env";
import { encodeId } from "@/lib/ids";
import { newServerKey } from "@/lib/keys/key-format";
import { createKey, testKey } from "@/lib/testing/keys";
import { bothModes, createKeyOf, inModeOf } from "@/lib/testing/modes";
import { makeServer } from "@/lib/testing/servers";
import {
  addMember,
  createOrganization,
  createPerson,
  guard,
  type Organization,
  testPassword,
} from "@/lib/testing/world";
import { parseNetworks } from "./peer";
import { setTrustedHeaders } from "./trusted-headers";

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
  ["unknown key", "bare", everywhere("401")],
  ["token", "bare", "200/default 200/header 404 404 404 403"],
  ["token", "root", "200/default 200/header 404 404 404 403"],
  ["token", "own", onlyOwn("200/default", "200/header")],
  ["token", "foreign", everywhere("404")],
  ["token", "unknown", everywhere("404")],
  ["dead token", "bare", everywhere("401")],
  ["dead token", "own", everywhere("401")],
  ["forged token", "bare", everywhere("401")],
  ["test key", "bare", everywhere("200/key")],
  ["test key", "own", everywhere("200/key")],
  ["test key", "foreign", everywhere("404")],
  ["token of nobody's", "bare", "404 404 404 404 404 404"],
  ["session", "own", onlyOwn("200/host", "200/host")],
  ["session", "foreign", everywhere("401")],
  ["session", "root", everywhere("401")],
  ["session", "bare", everywhere("401")],
  ["session", "unknown", everywhere("401")],
  ["session as Bearer", "own", everywhere("401")],
  ["server", "bare", everywhere("403")],
  ["server", "root", everywhere("403")],
  ["server", "own", everywhere("401")],
  ["server", "foreign", everywhere("401")],
  ["server", "unknown", everywhere("401")],
  // No server asks this of anybody, so none is asked whether it is live.
  ["dead server", "bare", everywhere("403")],
  ["dead server", "own", everywhere("401")],
  ["unknown server", "bare", everywhere("403")],
  ["key and session", "own", everywhere("200/key")],
  ["dead key and session", "own", everywhere("401")],
  ["nothing", "bare", everywhere("401")],
  ["nothing", "own", everywhere("401")],
  ["nothing", "unknown", everywhere("401")],
];

/** What `X-Test-Mode` says, from left to right, and with which records each credential then works. */
const modeHeaders = [undefined, "true", "Yes", "on", "1", "false", "no", "0", "", "sometimes"] as const;

const modes: [credential: string, host: string, answers: string][] = [
  ["key", "bare", "live live live live live live live live 400 400"],
  ["key", "own", "live live live live live live live live 400 400"],
  ["test key", "bare", "test test test test test test test test 400 400"],
  ["test key", "own", "test test test test test test test test 400 400"],
  ["token", "bare", "live test test test test live live live 400 400"],
  ["token", "own", "live test test test test live live live 400 400"],
  ["session", "own", "live test test test test live live live 400 400"],
  ["session in test mode", "own", "test test test test test live live live 400 400"],
  ["key and session in test mode", "own", "live live live live live live live live 400 400"],
];

type World = { own: Organization; foreign: Organization; suspended: Organization; credentials: Record<string, object> };

it("who asks, where and with which header decides the organization, and nothing else does [S30]", async () => {
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
    bare: `localhost:${rootPort()}`,
    root: env().rootUrl.host,
    own: `${world.own.slug}.${env().rootUrl.host}`,
    foreign: `${world.foreign.slug}.${env().rootUrl.host}`,
    unknown: `nobody-has-this.${env().rootUrl.host}`,
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

it("a key works with records of its own mode, everybody else with those that they ask for [S30]", async () => {
  const { credentials, own } = await makeWorld();
  const hosts: Record<string, string> = {
    bare: `localhost:${rootPort()}`,
    own: `${own.slug}.${env().rootUrl.host}`,
  };
  for (const [credential, host, expected] of modes) {
    const given: string[] = [];
    for (const mode of modeHeaders) {
      const all = { ...credentials[credential], ...(mode !== undefined && { "x-test-mode": mode }) };
      const answer = await ask(hosts[host] ?? "", "/api/v1/customers", all);
      const { data } = JSON.parse(answer.text);
      const name = answer.status === 200 ? data.map((each: { name: string }) => each.name).join() : undefined;
      if (name !== undefined) expect(answer.headers["x-test-mode"]).toBe(String(name === "test"));
      given.push(name ?? String(answer.status));
    }
    expect(given.join(" "), `${credential} on ${host}`).toBe(expected);
  }
});

async function makeWorld(): Promise<World> {
  const person = await createPerson({ name: "Olga Owner" });
  const own = await createOrganization({ owner: person, name: "Own Freight" });
  const foreign = await createOrganization({ name: "Foreign Freight" });
  const suspended = await createOrganization({ name: "Suspended Freight" });
  await addMember(suspended, { person });
  const [key, dead, late] = [await createKey(own), await createKey(own), await createKey(suspended)];
  await guard`update guard.api_keys set revoked_at = now() where hash = guard.secret_hash(${dead})`;
  for (const mode of bothModes)
    await inModeOf(own, mode).owner.handle.run(customers.operations.create, { name: mode, kind: "person" });
  const [server, ended] = [await makeServer(), await makeServer()];
  await guard`update guard.server_keys set revoked_at = now() where id = ${ended.id}`;
  const stranger = await createPerson();
  const session = `${sessionCookie}=${own.owner.hostSession}`;
  const [live, over] = [await tokenOf(person.email), await tokenOf(person.email)];
  await ask(env().rootUrl.host, "/api/logout", {}, { token: over });
  await guard`update public.organizations set state = 'suspended' where id = ${suspended.id}`;
  const credentials = {
    key: token(key),
    "key as Bearer": bearer(key),
    "key as Basic": { authorization: `Basic ${btoa(`${key}:`)}` },
    "key of the suspended": token(late),
    "dead key": token(dead),
    "unknown key": token(testKey()),
    token: bearer(live),
    "dead token": bearer(over),
    "forged token": bearer(`${live.slice(0, -8)}AAAAAAAA`),
    "test key": token(await createKeyOf(own, "test")),
    "token of nobody's": bearer(await tokenOf(stranger.email)),
    session: { cookie: session },
    "session in test mode": { cookie: `${session}; ${modeCookie}=test` },
    "session as Bearer": bearer(own.owner.hostSession ?? ""),
    server: bearer(server.key),
    "dead server": bearer(ended.key),
    "unknown server": bearer(newServerKey()),
    "key and session": { ...token(key), cookie: session },
    "key and session in test mode": { ...token(key), cookie: `${session}; ${modeCookie}=test` },
    "dead key and session": { ...token(dead), cookie: session },
    nothing: {},
  };
  return { own, foreign, suspended, credentials };
}

const bearer = (text: string) => ({ authorization: `Bearer ${text}` });
const token = (text: string) => ({ authorization: `Token ${text}` });
const rootPort = () => env().rootUrl.port;

async function tokenOf(email: string): Promise<string> {
  const { text } = await ask(env().rootUrl.host, "/api/token", {}, { email, password: testPassword });
  return String(JSON.parse(text).access);
}

let server: Server;

/** The doors behind a real server, which sets what only a server may say about a request. */
beforeAll(async () => {
  const doors: Record<string, typeof answerApi> = { "/api/token": answerToken, "/api/logout": answerLogout };
  server = createServer((request, response) => {
    const { host } = setTrustedHeaders(request, env().rootUrl, parseNetworks([]));
    void bodyOf(request).then(async (body) => {
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as [string, string]);
      const { method = "GET", url = "/" } = request;
      const answer = await (doors[url] ?? answerApi)(
        new Request(`http://${host || "nowhere"}${url}`, { method, headers, body: method === "GET" ? null : body }),
      );
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request.setEncoding("utf8")) text += part;
  return text;
}

/** The loopback address, with the Host that a client would send. */
function ask(host: string, path: string, given: object, body?: object) {
  const text = body && JSON.stringify(body);
  const typed = text ? { "content-type": "application/json", "content-length": Buffer.byteLength(text) } : {};
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const options = {
    host: "127.0.0.1",
    port,
    path,
    method: text ? "POST" : "GET",
    headers: { host, ...given, ...typed },
  };
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const request = send(options, (response) => {
      bodyOf(response).then(
        (all) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: all }),
        reject,
      );
    });
    request.once("error", reject);
    request.end(text);
  });
}
