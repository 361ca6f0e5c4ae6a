import { errorCodes } from "@/lib/errors";

type Words = { cause: string; fix: string };

/** Every code that an answer can carry, with its cause and what to do. */
const words = {
  invalid: {
    cause: "Something in the input is not valid. `details` has messages by field.",
    fix: "Correct the fields that are named and send it again.",
  },
  unauthenticated: {
    cause: "No credential, or one that is over. `reason` says which: `key_revoked`, `key_expired`, `token_over` …",
    fix: "Send a live key or token; refresh an access token that is over.",
  },
  forbidden: {
    cause: "The credential does not reach this. `permission` names what is missing, `grantors` who can give it.",
    fix: "Make a key with that scope, or ask one of the people named.",
  },
  suspended: {
    cause: "The organization or the membership is suspended.",
    fix: "Ask the organization's owner, or whoever runs the installation.",
  },
  confirm_password: {
    cause: "This act wants to know again who acts, and the last proof is too old.",
    fix: "Send `password`, or `factor_code` where there is a second factor, with the same request.",
  },
  policy: {
    cause: "The organization's rules keep this request out: a second factor, a network or a way to sign in.",
    fix: "Read `reason`; its security settings say what it wants.",
  },
  plan_limit: {
    cause:
      "The organization's plan has no room for another one. `limit` has its name, the most, and how much is in use.",
    fix: "Make room, or ask whoever runs the installation for more.",
  },
  wrong_origin: {
    cause: "A browser sent a write from another site's page.",
    fix: "Call from the organization's own address, or with a key instead of a cookie.",
  },
  not_found: {
    cause: "There is no such record, or it belongs to another organization. Both look alike.",
    fix: "Check the id, and that the key belongs to the organization that you mean.",
  },
  conflict: {
    cause: "It is in conflict with what is there: a name is taken, a request is decided already.",
    fix: "Read the record again and decide anew. `reason` says what is in the way.",
  },
  limited: {
    cause: "Too many calls in a minute or in the plan's day, or too many tries of one act.",
    fix: "Wait as many seconds as `Retry-After` says.",
  },
  unavailable: {
    cause: "The database is busy or away. Nothing was changed.",
    fix: "Try again after `Retry-After`.",
  },
  internal: {
    cause: "A fault on our side.",
    fix: "Try again; if it stays, report it with the `request_id`.",
  },
} satisfies Record<keyof typeof errorCodes, Words>;

/** Codes that only HTTP has: no operation was asked yet. */
const ofHttp: Record<string, Words & { status: number }> = {
  invalid_json: {
    status: 400,
    cause: "The body is not JSON that can be read in one way only (a name twice counts).",
    fix: "Send one JSON object.",
  },
  invalid_mode: {
    status: 400,
    cause: "`X-Test-Mode` says neither yes nor no.",
    fix: "Send `true` or `false`, or leave it out.",
  },
  method_not_allowed: {
    status: 405,
    cause: "The address does not take this method.",
    fix: "`Allow` in the answer lists those it takes.",
  },
  precondition_failed: {
    status: 412,
    cause: "Somebody changed the record since you read it. Nothing was done.",
    fix: "Read it again and send your change with the new `ETag`.",
  },
  too_large: { status: 413, cause: "The body is larger than 1 MB.", fix: "Send less at once." },
  unsupported_media_type: {
    status: 415,
    cause: "The body is not declared as JSON.",
    fix: "Send `Content-Type: application/json`.",
  },
  precondition_required: {
    status: 428,
    cause: "The organization demands the version that is changed.",
    fix: "Read the record and send its `ETag` as `If-Match`.",
  },
};

export const httpCodes = Object.keys(ofHttp);

export const errorRows = [
  ...Object.entries(words).map(([code, each]) => ({ code, status: errorCodes[code as keyof typeof words], ...each })),
  ...Object.entries(ofHttp).map(([code, each]) => ({ code, ...each })),
].sort((a, b) => a.status - b.status);
