import { request as ask, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import { sessionCookie } from "@/lib/access/cookies";
import { signAccessToken } from "@/lib/api/access-token";
import { encodeId } from "@/lib/ids";
import { answerOverNode } from "@/lib/server/api";
import { createListener } from "@/lib/server/listener";
import { createMetrics } from "@/lib/server/metrics";
import { createTokens } from "./tokens";
import type { Organization, Person } from "./world";

const rootUrl = new URL("http://berth.localhost:3000");
let server: Server;

/** A real server for the file that calls this, as `npm run api` is one. */
export function serveGraphql(): void {
  beforeAll(async () => {
    const listener = createListener({
      rootUrl,
      trusted: [],
      handle: answerOverNode,
      readiness: () => Promise.resolve({ ready: true, database: "ok", migrations: "current" }),
      metrics: createMetrics(undefined, () => Promise.reject(new Error("no queue here"))),
      draining: () => false,
    });
    server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => void server.close());
}

export type Asked = {
  method?: string;
  path?: string;
  slug?: string;
  root?: boolean;
  key?: string;
  token?: string;
  session?: string;
  headers?: Record<string, string>;
  /** Sent as it is, in place of the document. */
  body?: string;
  variables?: object;
  operationName?: string;
};

// biome-ignore lint/suspicious/noExplicitAny: an answer is whatever the test says it is
type Whatever = any;

export type Answered = {
  status: number;
  headers: Record<string, unknown>;
  text: string;
  data: Whatever;
  errors: Whatever[];
  body: Whatever;
};

/** Asks one document of the server, by a credential or none. */
export async function graphql(query: string, asked: Asked = {}): Promise<Answered> {
  const { method = "POST", path = "/graphql", slug, root, key, token, session, variables, operationName } = asked;
  const host = slug ? `${slug}.${rootUrl.host}` : root ? rootUrl.host : "localhost:3000";
  const body =
    asked.body ??
    JSON.stringify({ query, ...(variables ? { variables } : {}), ...(operationName ? { operationName } : {}) });
  const headers = {
    host,
    "content-type": "application/json",
    ...(key ? { authorization: `Token ${key}` } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(session ? { cookie: `${sessionCookie}=${session}`, origin: `http://${host}` } : {}),
    ...asked.headers,
  };
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = ask({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      response.on("end", () => {
        const parsed = text === "" ? {} : JSON.parse(text);
        const { statusCode = 0, headers: given } = response;
        resolve({
          status: statusCode,
          headers: given,
          text,
          body: parsed,
          data: parsed.data,
          errors: parsed.errors ?? [],
        });
      });
    });
    sent.on("error", reject).end(method === "GET" ? undefined : body);
  });
}

/** An access token of a person, from a sign-in of its own. */
export async function accessToken(person: Person): Promise<string> {
  return signAccessToken(await createTokens(person));
}

export const organizationId = ({ id }: Pick<Organization, "id">): string => encodeId("org", id);
