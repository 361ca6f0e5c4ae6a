import { sql } from "drizzle-orm";
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
  rest: { method: "get", path: "/audit/{id}" },
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
  rest: { method: "get", path: "/audit/filters" },
  run: async ({ db }) => ({ actors: await auditRepository(db).actors() }),
});

/** How far the chain of seals was computed anew and found as it was sealed. */
export const viewAuditProof = defineOperation({
  name: "audit.proof",
  scope: "organization",
  permission: "audit.view",
  access: "read",
  summary: "See how far the audit trail was sealed and verified",
  input: z.strictObject({}),
  output: z.object({ sealed: z.number(), verified: z.number(), verifiedTo: z.date().nullable(), broken: z.boolean() }),
  asksOnce: true,
  rest: { method: "get", path: "/audit/proof" },
  run: async ({ db }) => {
    const [row] = await db.rows(
      sql`select sealed, verified, verified_to, broken_entry from guard.audit_proof()`,
      z.object({
        sealed: z.coerce.number(),
        verified: z.coerce.number(),
        verified_to: z.coerce.date().nullable(),
        broken_entry: z.coerce.number().nullable(),
      }),
    );
    const verifiedTo = row?.verified_to ?? null;
    return {
      sealed: row?.sealed ?? 0,
      verified: row?.verified ?? 0,
      verifiedTo,
      broken: (row?.broken_entry ?? null) !== null,
    };
  },
});
