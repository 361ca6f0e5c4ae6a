import { bigint, boolean, jsonb, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

/** `record` is the row as it stood, by its columns and without its secrets; who reads it gets its public fields. */
export const events = tenantTable("events", {
  seq: bigint("seq", { mode: "number" }).notNull(),
  txid: bigint("txid", { mode: "number" }).notNull(),
  type: text("type").notNull(),
  recordType: text("record_type").notNull(),
  recordId: uuid("record_id"),
  record: jsonb("record").$type<Record<string, unknown>>().notNull(),
  testMode: boolean("test_mode").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
});
