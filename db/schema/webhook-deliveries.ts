import { boolean, integer, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const webhookDeliveries = tenantTable("webhook_deliveries", {
  endpointId: uuid("endpoint_id").notNull(),
  eventId: uuid("event_id").notNull(),
  event: text("event").notNull(),
  state: text("state", { enum: ["waiting", "sending", "delivered", "failed"] }).notNull(),
  once: boolean("once").notNull(),
  attempts: integer("attempts").notNull(),
  dueAt: moment("due_at").notNull(),
  lastStatus: integer("last_status"),
  lastError: text("last_error"),
  createdAt: moment("created_at").notNull(),
  finishedAt: moment("finished_at"),
});

export const webhookAttempts = tenantTable("webhook_attempts", {
  deliveryId: uuid("delivery_id").notNull(),
  number: integer("number").notNull(),
  at: moment("at").notNull(),
  url: text("url").notNull(),
  milliseconds: integer("milliseconds").notNull(),
  status: integer("status"),
  error: text("error"),
  answer: text("answer"),
});
