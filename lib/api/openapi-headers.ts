import type { AnyOperation } from "@/lib/access/operation";
import { ref } from "./openapi-names";
import { isShown } from "./versions";

const text = { type: "string" };
const tagExample = '"9c1yX0mW3vJ8oQdZkq2h7uB5sTn"';

export const sharedParameters = {
  OrganizationId: {
    name: "X-Org-Id",
    in: "header",
    description:
      "The organization that an access token acts in; without it the person's default one. One that is not theirs answers 404. A key has its own organization: another one here is ignored, or refused with 409 where the organization wants that.",
    schema: { type: "string", pattern: "^org_[0-7][0-9a-hjkmnp-tv-z]{25}$" },
    example: "org_01h2xcejqtf2nbrexx3vqjhp41",
  },
  TestMode: {
    name: "X-Test-Mode",
    in: "header",
    description:
      "`true` for test records, which are apart from live ones everywhere: lists, numbers, events and webhooks. A key has a mode of its own, and this changes nothing for it.",
    schema: { type: "boolean", default: false },
    example: true,
  },
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    description:
      "Any text of your own for this one request. Sent again within 24 hours by the same credential with the same content, it is not carried out again and gets the same answer; with another content it is refused with 422.",
    schema: { type: "string", minLength: 1, maxLength: 255 },
    example: "a3f1c7de-2b54-4a1b-9c55-4a8e07a1d1f2",
  },
  IfMatch: {
    name: "If-Match",
    in: "header",
    description:
      "The ETag that you read. Where somebody changed the record since, nothing is done and the answer is 412. An organization can demand it; without it the answer is then 428.",
    schema: text,
    example: tagExample,
  },
  IfNoneMatch: {
    name: "If-None-Match",
    in: "header",
    description: "The ETag that you have. Where it is still the one, the answer is 304 without a body.",
    schema: text,
    example: tagExample,
  },
};

export const sharedHeaders = {
  RequestId: { description: "Finds the request in logs and in the audit trail.", schema: text },
  OrganizationId: { description: "The organization that this is about.", schema: text },
  OrganizationSource: {
    description: "What chose it.",
    schema: { type: "string", enum: ["key", "header", "host", "default"] },
  },
  TestMode: { description: "Whether this is about test records.", schema: { type: "boolean" } },
  Version: { description: "The version of the record or of this part of the configuration.", schema: text },
  Replayed: { description: "`true` where this was answered before.", schema: text },
  RateLimit: { description: "What is left of each limit (`r`) and the seconds to its end (`t`).", schema: text },
  RateLimitPolicy: { description: "The limits: `q` calls in `w` seconds.", schema: text },
  RetryAfter: { description: "Seconds to wait.", schema: { type: "integer" } },
};

const always = { "X-Request-Id": ref("RequestId", "headers") };

const ofOrganization = {
  "X-Org-Id": ref("OrganizationId", "headers"),
  "X-Org-Source": ref("OrganizationSource", "headers"),
  "X-Test-Mode": ref("TestMode", "headers"),
  RateLimit: ref("RateLimit", "headers"),
  "RateLimit-Policy": ref("RateLimitPolicy", "headers"),
};

/** Headers of an operation's success. */
export function headersOf(operation: AnyOperation) {
  return {
    ...always,
    ...(operation.scope === "organization" ? ofOrganization : {}),
    ...(isShown(operation) ? { ETag: ref("Version", "headers") } : {}),
    ...(repeats(operation) ? { "Idempotency-Replayed": ref("Replayed", "headers") } : {}),
  };
}

/** Headers that a request of the operation may carry. */
export function headerParameters(operation: AnyOperation) {
  const reads = operation.rest?.method === "get";
  return [
    ...(operation.scope === "organization" ? [ref("OrganizationId", "parameters"), ref("TestMode", "parameters")] : []),
    ...(repeats(operation) ? [ref("IdempotencyKey", "parameters")] : []),
    ...(operation.changes ? [ref("IfMatch", "parameters")] : []),
    ...(reads && isShown(operation) ? [ref("IfNoneMatch", "parameters")] : []),
  ];
}

export function repeats({ access, rest }: AnyOperation): boolean {
  return access === "write" && rest?.method !== "get";
}
