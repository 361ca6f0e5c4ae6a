import type { JsonSchema } from "./json-schema";
import { exportPaths } from "./openapi-exports";
import { always, errorRefs, ref } from "./openapi-names";

/* Addresses of the interface that are no operations of their own: tokens, and files. */

const root = [{ url: "/", description: "On the main address." }];
const text = { type: "string" };

const tokenPair: JsonSchema = {
  type: "object",
  properties: {
    access: { ...text, description: "A signed JWT, for a quarter of an hour." },
    refresh: { ...text, description: "For the next pair, once. Used twice, it ends all tokens of this sign-in." },
    token_type: { const: "Bearer" },
    expires_at: { ...text, format: "date-time" },
    device: {
      type: ["string", "null"],
      description: "Sent along with the next sign-in, it proves that this place is known.",
    },
  },
  required: ["access", "refresh", "token_type", "expires_at"],
  additionalProperties: false,
} as unknown as JsonSchema;

const tokenRequest: JsonSchema = {
  type: "object",
  properties: {
    email: { ...text, format: "email" },
    password: { ...text, maxLength: 200 },
    factor_code: { ...text, maxLength: 40, description: "Where the person has a second factor." },
    device: { ...text, maxLength: 100, description: "What the last sign-in answered as `device`." },
  },
  required: ["email", "password"],
  additionalProperties: false,
};

const one = (name: string): JsonSchema => ({
  type: "object",
  properties: { [name]: text },
  required: [name],
  additionalProperties: false,
});

export const besideSchemas: Record<string, JsonSchema> = {
  TokenPair: tokenPair,
  TokenRequest: tokenRequest,
  RefreshRequest: one("refresh"),
  AccessToken: one("token"),
  StartedImport: one("id"),
  Nothing: { type: "object", additionalProperties: false },
};

const pairExample = {
  access: "eyJhbGciOiJIUzI1NiJ9.e30.x",
  refresh: "rt_4q1fJk0Xy2",
  token_type: "Bearer",
  expires_at: "2026-11-21T09:45:00.000Z",
};

type Door = {
  id: string;
  summary: string;
  body: string;
  sample: object;
  status: number;
  answer: string;
  example: object;
};

function door({ id, summary, body, sample, status, answer, example }: Door) {
  const content = { "application/json": { schema: ref(body), example: sample } };
  return {
    servers: root,
    post: {
      operationId: id,
      tags: ["tokens"],
      summary,
      description: `${summary}. It reads no cookie and sets none.`,
      security: [{}],
      requestBody: { required: true, content },
      responses: {
        [status]: {
          description: `${summary}: done.`,
          headers: always,
          content: { "application/json": { schema: ref(answer), example } },
        },
        ...errorRefs(400, 401, 404, 413, 415, 422, 429, 500, 503),
      },
    },
  };
}

const token = {
  body: "AccessToken",
  sample: { token: pairExample.access },
  status: 200,
  answer: "Nothing",
  example: {},
};

const list = {
  name: "list",
  in: "path",
  required: true,
  description: "The list, such as `customers`.",
  schema: { type: "string", pattern: "^[a-z][a-z-]*$" },
  example: "customers",
};

export const besidePaths = (): Record<string, Record<string, unknown>> => ({
  "/api/token": door({
    id: "tokens.create",
    summary: "Get an access and a refresh token for address and password",
    body: "TokenRequest",
    sample: { email: "maria@acme.example", password: "a long password" },
    status: 201,
    answer: "TokenPair",
    example: { ...pairExample, device: "9f2c1e" },
  }),
  "/api/token/refresh": door({
    id: "tokens.refresh",
    summary: "Get the next pair for a refresh token, once",
    body: "RefreshRequest",
    sample: { refresh: pairExample.refresh },
    status: 201,
    answer: "TokenPair",
    example: pairExample,
  }),
  "/api/token/verify": door({
    id: "tokens.verify",
    summary: "See whether an access token opens something now",
    ...token,
  }),
  "/api/logout": door({
    id: "tokens.end",
    summary: "End the session behind an access token, and every token of it",
    ...token,
  }),
  ...exportPaths(),
  "/imports/{id}": {
    post: {
      operationId: "imports.upload_csv",
      tags: ["imports"],
      summary: "Upload a CSV file, to be checked in the background",
      description:
        "Upload a CSV file of at most 50 MB. It is checked in the background; `GET /imports/{id}` says what was found, and `POST /imports/{id}/confirm` writes the rows in the person's name. Signed in only: what is written later is that person's.",
      "x-permission": "data.import",
      security: [{ Session: [] }],
      parameters: [
        { ...list, name: "id", description: "Here the list, such as `customers`." },
        {
          name: "name",
          in: "query",
          required: false,
          description: "The file's name, for people.",
          schema: { type: "string", maxLength: 200 },
        },
      ],
      requestBody: {
        required: true,
        content: { "text/csv": { schema: { type: "string" }, example: "Name,Kind\r\nAcme,company\r\n" } },
      },
      responses: {
        201: {
          description: "It is being checked.",
          headers: always,
          content: {
            "application/json": { schema: ref("StartedImport"), example: { id: "imp_01h2xcejqtf2nbrexx3vqjhp41" } },
          },
        },
        ...errorRefs(400, 401, 403, 404, 422, 429, 500, 503),
      },
    },
  },
});
