import type { Context } from "@/lib/access/context-headers";
import { onlyCookie, sessionCookie } from "@/lib/access/cookies";
import type { Credential, Handle } from "@/lib/access/handle";
import type { Scope } from "@/lib/access/operation";
import { BerthError } from "@/lib/errors";
import { decodeId } from "@/lib/ids";
import { isWellFormedKey, isWellFormedServerKey } from "@/lib/keys/key-format";
import { looksLikeToken, openAccessToken } from "./access-token";
import type { ApiRequest } from "./api-request";

type Found = { credential: Credential; scope: Extract<Scope, "organization" | "account" | "platform" | "public"> };

/**
 * Says whose the request is. A key or token in the header wins over a cookie; a bad one never falls back to anything
 * weaker.
 */
export async function readCredential(request: ApiRequest): Promise<Found> {
  refuseKeyInAddress(request.url);
  const authorization = request.headers.get("authorization");
  const token = authorization === null ? undefined : tokenIn(authorization);
  if (token !== undefined) return readToken(token, request);
  if (authorization !== null) return readKey(authorization, request);
  const session = onlyCookie(request.headers.get("cookie"), sessionCookie);
  if (!session || request.host.kind === "api") return { credential: { kind: "none" }, scope: "public" };
  if (!["GET", "HEAD", "OPTIONS"].includes(request.method) && request.headers.get("origin") !== request.origin)
    throw new BerthError("wrong_origin", "This request did not come from this address. Nothing was changed.");
  if (request.host.kind === "root") return { credential: { kind: "account", secret: session }, scope: "account" };
  const organizationId = namedOrganization(request);
  return {
    credential: { kind: "session", secret: session, audience: audienceOf(request), organizationId },
    scope: "organization",
  };
}

function tokenIn(authorization: string): string | undefined {
  const [, value = ""] = /^Bearer +([\w.-]{1,2000})$/i.exec(authorization.trim()) ?? [];
  return looksLikeToken(value) ? value : undefined;
}

/** The organization is the header's, or the person's default where there is none. */
async function readToken(token: string, request: ApiRequest): Promise<Found> {
  const secret = await openAccessToken(token);
  const organizationId = namedOrganization(request);
  return {
    credential: { kind: "token", secret, audience: audienceOf(request), organizationId },
    scope: "organization",
  };
}

/** No organization has it. */
const nobodys = "00000000-0000-0000-0000-000000000000";

/** What `X-Org-Id` names; of a session it can only agree with the host. No id at all is as one that nobody has. */
export function namedOrganization({ headers }: ApiRequest): string | undefined {
  const named = headers.get("x-org-id");
  return named === null ? undefined : (decodeId("org", named.trim()) ?? nobodys);
}

function readKey(authorization: string, request: ApiRequest): Found {
  const key = keyIn(authorization);
  if (key?.startsWith("srv_")) return readServerKey(key, request);
  if (key === undefined || !isWellFormedKey(key)) throw badKey();
  return { credential: { kind: "key", secret: key, audience: audienceOf(request) }, scope: "organization" };
}

/** A server has no organization of its own, so no organization's address is its. */
function readServerKey(key: string, { host }: ApiRequest): Found {
  if (!isWellFormedServerKey(key) || host.kind === "organization") throw badKey();
  return { credential: { kind: "server", secret: key }, scope: "platform" };
}

function keyIn(authorization: string): string | undefined {
  const [, scheme, value] = /^(Token|Bearer|Basic) +([\w~+/.=-]{1,400})$/i.exec(authorization.trim()) ?? [];
  if (scheme?.toLowerCase() !== "basic") return value;
  return Buffer.from(value ?? "", "base64")
    .toString("utf8")
    .split(":", 1)[0];
}

/** Answers alike for a key with a wrong checksum and one that never was. */
export function badKey(): BerthError {
  return new BerthError(
    "unauthenticated",
    "This key is not valid. Look whether it is whole and spelled as it was shown.",
    {
      reason: "key_invalid",
    },
  );
}

function refuseKeyInAddress(url: URL): void {
  if (/(key_(test_)?|srv_)[0-9A-Za-z]{20,}/.test(decodeURIComponentSafely(url.pathname + url.search)))
    throw new BerthError(
      "unauthenticated",
      "Send the key in the Authorization header, never in an address: addresses end up in logs. Regenerate this key.",
      { reason: "key_in_address" },
    );
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function audienceOf({ host }: ApiRequest): string {
  return host.kind === "organization" ? host.slug : "";
}

/** What an answer says of itself, by what was opened. */
export function contextOf(handle: Pick<Handle, "organizationId" | "testMode">, credential: Credential): Context {
  return { organizationId: handle.organizationId, source: sourceOf(credential), testMode: handle.testMode };
}

/** What chose the organization, as answers say it. */
function sourceOf(credential: Credential): Context["source"] {
  if (credential.kind === "key") return "key";
  if (credential.kind !== "token") return "host";
  return credential.organizationId === undefined ? "default" : "header";
}
