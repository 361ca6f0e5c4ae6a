import { bigint, boolean, integer, jsonb, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

/** Calls of the API. Ids are of the time at which a call came in; bodies are masked and cut. */
export const apiCalls = tenantTable("api_calls", {
  number: bigint("number", { mode: "number" }).notNull(),
  at: timestamp("at", { withTimezone: true }).notNull(),
  method: text("method").notNull(),
  path: text("path").notNull(),
  query: text("query").notNull(),
  host: text("host").notNull(),
  operations: text("operations").array().notNull(),
  needs: text("needs").array().notNull(),
  status: integer("status").notNull(),
  error: text("error"),
  milliseconds: integer("milliseconds").notNull(),
  credentialKind: text("credential_kind").$type<"key" | "session" | "token" | "support">().notNull(),
  credentialId: uuid("credential_id").notNull(),
  membershipId: uuid("membership_id"),
  caller: text("caller").notNull(),
  testMode: boolean("test_mode").notNull(),
  address: text("address"),
  agent: text("agent"),
  requestId: uuid("request_id"),
  headers: jsonb("headers").$type<Record<string, string>>().notNull(),
  entities: text("entities").array().notNull(),
  request: text("request"),
  requestBytes: integer("request_bytes").notNull(),
  response: text("response"),
  responseBytes: integer("response_bytes").notNull(),
});
