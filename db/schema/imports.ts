import { integer, jsonb, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { tenantTable } from "../tenant-table";

export const importPhases = ["checking", "checked", "writing", "done", "cancelled", "failed"] as const;

export const imports = tenantTable("imports", {
  list: text("list").notNull(),
  membershipId: uuid("membership_id").notNull(),
  starter: text("starter").notNull(),
  name: text("name").notNull(),
  file: text("file").notNull(),
  header: text("header").array().notNull(),
  delimiter: text("delimiter").notNull(),
  phase: text("phase", { enum: importPhases }).notNull().default("checking"),
  taken: integer("taken").notNull().default(0),
  total: integer("total"),
  good: integer("good").notNull().default(0),
  faulty: integer("faulty").notNull().default(0),
  problem: text("problem"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  finishedAt: timestamp("finished_at", { withTimezone: true }),
});

export const importFaults = tenantTable("import_faults", {
  importId: uuid("import_id").notNull(),
  line: integer("line").notNull(),
  faults: jsonb("faults").notNull(),
  cells: text("cells").array().notNull(),
});
