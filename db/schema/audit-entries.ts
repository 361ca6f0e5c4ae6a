import { bigint, jsonb, pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core";

type Columns = Record<string, unknown>;

/** Owned by berth_guard; the application reads its own organization's entries and writes none. */
export const auditEntries = pgSchema("audit").table("entries", {
  organizationId: uuid("organization_id").notNull(),
  id: bigint("id", { mode: "number" }).notNull(),
  at: timestamp("at", { withTimezone: true }).notNull(),
  actorUserId: uuid("actor_user_id"),
  actorLabel: text("actor_label"),
  actorKind: text("actor_kind"),
  credentialId: uuid("credential_id"),
  actingAs: uuid("acting_as"),
  operation: text("operation").notNull(),
  recordType: text("record_type").notNull(),
  recordId: uuid("record_id"),
  action: text("action").notNull(),
  before: jsonb("before").$type<Columns>(),
  after: jsonb("after").$type<Columns>(),
  requestId: uuid("request_id"),
  address: text("address"),
  agent: text("agent"),
});
