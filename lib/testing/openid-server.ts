import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** Which part of an ID token is not what was asked for. */
export type Twist = "audience" | "issuer" | "nonce" | "key" | "expired";

type Given = { query: URLSearchParams; twist: string };
type Keys = Awaited<ReturnType<typeof keys>>;

export type OpenIdServer = { issuer: string; clientId: string; clientSecret: string; stop(): Promise<void> };

const clientId = "berth-under-test";
const clientSecret = "a secret between two servers";

/**
 * A provider for tests, over real HTTP: OpenID Connect with PKCE, and beside it what GitHub speaks. Its sign-in page asks
 * who one wants to be; `sub` in the address answers that at once.
 */
export async function startOpenId(port = 0): Promise<OpenIdServer> {
  const own = await keys();
  const codes = new Map<string, Given>();
  const server = createServer((request, response) => {
    answer(request, response, { codes, own, issuer: issuerOf() }).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  const issuerOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  server.unref();
  return {
    issuer: issuerOf(),
    clientId,
    clientSecret,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function keys() {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const foreign = await generateKeyPair("RS256");
  return { jwk: { ...(await exportJWK(publicKey)), kid: "1", alg: "RS256", use: "sig" }, privateKey, foreign };
}

type World = { codes: Map<string, Given>; own: Keys; issuer: string };

async function answer(request: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
  const url = new URL(request.url ?? "/", world.issuer);
  const json = (body: unknown, status = 200) =>
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  switch (url.pathname) {
    case "/.well-known/openid-configuration":
      return void json(metadata(world.issuer));
    case "/jwks":
      return void json({ keys: [world.own.jwk] });
    case "/authorize":
    case "/login/oauth/authorize":
      return authorize(url, response, world);
    case "/token":
    case "/login/oauth/access_token": {
      const form = new URLSearchParams(await bodyOf(request));
      const given = redeem(form, world);
      if (!given) return void json({ error: "invalid_grant" }, 400);
      const token = { access_token: given.query.toString(), token_type: "Bearer", scope: "openid" };
      return void json(url.pathname === "/token" ? { ...token, id_token: await idToken(given, world) } : token);
    }
    case "/api/v3/user":
    case "/api/v3/user/emails": {
      const person = new URLSearchParams((request.headers.authorization ?? "").replace("Bearer ", ""));
      if (url.pathname.endsWith("user")) return void json({ id: Number(person.get("sub")), login: "octo", name: null });
      const email = { email: person.get("email"), primary: true, verified: person.get("verified") === "true" };
      return void json([{ email: "other@people.example", primary: false, verified: true }, email]);
    }
    default:
      return void json({ error: "not_found" }, 404);
  }
}

function metadata(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256"],
  };
}

function authorize(url: URL, response: ServerResponse, { codes }: World): void {
  const query = url.searchParams;
  if (!query.has("sub") && !query.has("deny"))
    return void response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(signInPage(query));
  const back = new URL(query.get("redirect_uri") ?? "");
  back.searchParams.set("state", query.get("state") ?? "");
  if (query.has("deny")) back.searchParams.set("error", "access_denied");
  else {
    const code = randomBytes(16).toString("hex");
    codes.set(code, { query, twist: query.get("twist") ?? "" });
    back.searchParams.set("code", code);
  }
  response.writeHead(302, { Location: back.href }).end();
}

function signInPage(query: URLSearchParams): string {
  const kept = [...query].map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`);
  return `<!doctype html><title>Provider</title><h1>Sign in at the provider</h1><form>${kept.join("")}
    <label>Subject <input name="sub"></label><label>Address <input name="email"></label>
    <label>Name <input name="name"></label><label><input type="checkbox" name="verified" value="true"> Verified</label>
    <button>Sign in</button></form><form>${kept.join("")}<button name="deny" value="1">Turn back</button></form>`;
}

/** A code counts once, for whoever holds the verifier of its challenge. */
function redeem(form: URLSearchParams, { codes }: World): Given | undefined {
  const code = form.get("code") ?? "";
  const given = codes.get(code);
  codes.delete(code);
  const challenge = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  return given?.query.get("code_challenge") === challenge ? given : undefined;
}

function idToken({ query, twist }: Given, { own, issuer }: World): Promise<string> {
  const claims = {
    nonce: twist === "nonce" ? "another" : (query.get("nonce") ?? undefined),
    ...(query.has("email") ? { email: query.get("email"), email_verified: query.get("verified") === "true" } : {}),
    ...(query.get("name") ? { name: query.get("name") } : {}),
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "RS256", kid: "1" })
    .setSubject(query.get("sub") ?? "")
    .setIssuer(twist === "issuer" ? "https://elsewhere.example" : issuer)
    .setAudience(twist === "audience" ? "another-client" : clientId)
    .setIssuedAt(twist === "expired" ? "2 hours ago" : undefined)
    .setExpirationTime(twist === "expired" ? "1 hour ago" : "5 minutes")
    .sign(twist === "key" ? own.foreign.privateKey : own.privateKey);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
