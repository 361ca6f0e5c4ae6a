import { sessionCookie } from "@/lib/access/cookies";
import { type AnyOperation, permissionOf } from "@/lib/access/operation";
import type { Permission } from "@/lib/access/permissions";
import { scopeOf } from "@/lib/keys/scope-schema";

export const errorSchema = {
  type: "object",
  description: "What went wrong. `request_id` finds the request in logs and audit.",
  properties: {
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: {
          code: { type: "string", description: "One of a small vocabulary, such as not_found, invalid, forbidden." },
          message: { type: "string", description: "A sentence for people." },
          level: { type: "string", enum: ["error"] },
          grantors: {
            type: "array",
            items: { type: "string" },
            description: "Who can give the permission, for those who may see members.",
          },
          reason: { type: "string", description: "A closer machine-readable reason." },
          permission: { type: "string", description: "The permission that would have allowed it." },
          explanation: { type: "string", description: "Where the derivation of the refusal can be asked for." },
          details: {
            type: "object",
            description: "Messages by field.",
            additionalProperties: { type: "array", items: { type: "string" } },
          },
        },
        required: ["code", "message", "level"],
      },
    },
    request_id: { type: "string" },
  },
  required: ["errors", "request_id"],
};

const errors: Record<number, { says: string; code: string; message: string; reason?: string }> = {
  400: {
    says: "The body is not JSON that can be read in one way only, or X-Test-Mode is neither true nor false.",
    code: "invalid_json",
    message: "The body is not valid JSON.",
  },
  401: {
    says: "No valid credential.",
    code: "unauthenticated",
    message: "This key was revoked.",
    reason: "key_revoked",
  },
  403: {
    says: "The credential's rights do not reach this; `permission` names what is missing.",
    code: "forbidden",
    message: "You do not have the permission for this.",
    reason: "permission_missing",
  },
  404: {
    says: "There is no such record, or it belongs to another organization.",
    code: "not_found",
    message: "There is nothing at this address.",
  },
  409: { says: "In conflict with what is there.", code: "conflict", message: "This exists already." },
  412: {
    says: "Somebody changed it since it was read.",
    code: "precondition_failed",
    message:
      "Somebody changed this since you read it. Nothing was changed: read it again, and send your change with its new ETag.",
  },
  413: { says: "The body is larger than 1 MB.", code: "too_large", message: "The body is larger than 1 MB." },
  415: {
    says: "The body is not declared as JSON.",
    code: "unsupported_media_type",
    message: "Send the body as JSON, with Content-Type: application/json.",
  },
  422: {
    says: "Something in the input is not valid; `details` says what, by field.",
    code: "invalid",
    message: "Some fields need another look.",
  },
  428: {
    says: "The organization demands the version that is changed.",
    code: "precondition_required",
    message: "This organization wants to know which version you change: read the record and send its ETag as If-Match.",
  },
  429: {
    says: "Too many calls or tries; `Retry-After` says how long to wait.",
    code: "limited",
    message: "This credential called more often than it may in a minute. Wait 12 seconds.",
    reason: "calls_of_credential",
  },
  500: { says: "A fault on our side.", code: "internal", message: "Something went wrong on our side." },
  503: {
    says: "Away for a moment; `Retry-After` says how long to wait.",
    code: "unavailable",
    message: "The database is busy or away. Nothing was changed; try again in a moment.",
  },
};

const waits = { "Retry-After": { $ref: "#/components/headers/RetryAfter" } };

export const errorResponses = Object.fromEntries(
  Object.entries(errors).map(([status, { says, code, message, reason }]) => [
    status,
    {
      description: says,
      headers: {
        "X-Request-Id": { $ref: "#/components/headers/RequestId" },
        ...(status === "429" || status === "503" ? waits : {}),
      },
      content: {
        "application/json": {
          schema: { $ref: "#/components/schemas/Error" },
          example: {
            errors: [{ code, message, level: "error", ...(reason ? { reason } : {}) }],
            request_id: "01a1feab-9a5b-729c-8f35-c65d14a71f84",
          },
        },
      },
    },
  ]),
);

export const securitySchemes = {
  Token: {
    type: "apiKey",
    in: "header",
    name: "Authorization",
    description: "`Authorization: Token key_…`: the organization's key. The organization comes from the key, always.",
  },
  TokenBasic: {
    type: "http",
    scheme: "basic",
    description: "The organization's key as user name, without a password.",
  },
  Bearer: {
    type: "http",
    scheme: "bearer",
    description:
      "A person's access token of `POST /api/token`, with `X-Org-Id` for one organization of theirs; or the organization's key.",
  },
  Server: {
    type: "apiKey",
    in: "header",
    name: "Authorization",
    description:
      "`Authorization: Token srv_…`: a server of the installation. A super admin makes its credential in the console.",
  },
  Session: {
    type: "apiKey",
    in: "cookie",
    name: sessionCookie,
    description: "A signed-in person: on an organization's address for it, on the main address for the account.",
  },
};

/** Which credentials open these operations, and the scope that a key of the organization needs. */
export function securityOf(operations: AnyOperation[]): Record<string, string[]>[] {
  const scopes = operations.map(({ scope }) => scope);
  if (scopes.includes("public")) return [{}];
  const server = operations.find(({ scope }) => scope === "platform");
  if (server) return [{ Server: [permissionOf(server)?.replace("server.", "") ?? ""] }];
  const own = operations.find(({ scope }) => scope === "organization");
  if (!own) return [{ Bearer: [] }, { Session: [] }];
  const found = scopeOf(permissionOf(own) as Permission); // an organization's operation names one of them
  const needed = found ? [`${found.resource}:${found.level}`] : [];
  return [{ Token: needed }, { TokenBasic: needed }, { Bearer: needed }, { Session: [] }];
}
