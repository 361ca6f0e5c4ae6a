import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { auditRepository } from "./repository";
import { auditDetail, auditFilters, auditListInput, auditPage, auditReference } from "./schema";

export const listAudit = defineOperation({
  name: "audit.list",
  scope: "organization",
  permission: "audit.view",
  access: "read",
  summary: "List the audit trail, newest first",
  input: auditListInput,
  output: auditPage,
  rest: { method: "get", path: "/audit" },
  run: ({ db, actor, input }) => auditRepository(db).list(input, actor.userId),
});

export const findAuditEntry = defineOperation({
  name: "audit.find",
  scope: "organization",
  permission: "audit.view",
  access: "read",
  summary: "Look at one entry of the audit trail",
  input: auditReference,
  output: auditDetail,
  run: ({ db, input }) => auditRepository(db).find(input.id),
});

export const listAuditFilters = defineOperation({
  name: "audit.filters",
  scope: "organization",
  permission: "audit.view",
  access: "read",
  summary: "List the people whose entries can be filtered",
  input: z.strictObject({}),
  output: auditFilters,
  asksOnce: true,
  run: async ({ db }) => ({ actors: await auditRepository(db).actors() }),
});
