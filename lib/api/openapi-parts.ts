import { sessionCookie } from "@/lib/access/cookies";

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

const sentences: Record<number, string> = {
  400: "The body is not JSON that can be read in one way only.",
  401: "No valid credential.",
  403: "The credential's rights do not reach this; `permission` names what is missing.",
  404: "There is no such record, or it belongs to another organization.",
  409: "In conflict with what is there.",
  413: "The body is larger than 1 MB.",
  415: "The body is not declared as JSON.",
  422: "Something in the input is not valid; `details` says what, by field.",
  429: "Too many tries; `Retry-After` says how long to wait.",
  500: "A fault on our side.",
  503: "Away for a moment; `Retry-After` says how long to wait.",
};

const retryAfter = { "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } } };

export const errorResponses = Object.fromEntries(
  Object.entries(sentences).map(([status, description]) => [
    status,
    {
      description,
      ...(status === "429" || status === "503" ? { headers: retryAfter } : {}),
      content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
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
  Bearer: {
    type: "http",
    scheme: "bearer",
    description:
      "The organization's key, or a person's access token of `/api/token`; with `X-Org-Id` for one organization of theirs.",
  },
  Basic: { type: "http", scheme: "basic", description: "The organization's key as user name, without a password." },
  Session: {
    type: "apiKey",
    in: "cookie",
    name: sessionCookie,
    description: "A signed-in person: on an organization's address for it, on the main address for the account.",
  },
};

const keys: Record<string, string[]>[] = [{ Token: [] }, { Bearer: [] }, { Basic: [] }];

/** Which credentials open operations of these scopes. */
export function securityOf(scopes: string[]): Record<string, string[]>[] {
  if (scopes.includes("public")) return [{}];
  if (!scopes.includes("organization")) return [{ Bearer: [] }, { Session: [] }];
  return [...keys, { Session: [] }];
}
