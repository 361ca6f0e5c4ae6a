import { sql } from "drizzle-orm";
import { z } from "zod";
import { ofOrganization } from "@/lib/access/changes";
import { defineOperation } from "@/lib/access/operation";
import { retention, retentionInput } from "./retention-schema";

export const readAuditRetention = defineOperation({
  name: "audit.retention",
  scope: "organization",
  permission: "audit.view",
  access: "read",
  summary: "See how long the audit trail is kept",
  input: z.strictObject({}),
  output: retention,
  rest: { method: "get", path: "/settings/audit" },
  asksOnce: true,
  run: ({ db }) => db.call(sql`guard.audit_retention()`, retention),
});

export const setAuditRetention = defineOperation({
  name: "audit.set_retention",
  scope: "organization",
  permission: "settings.manage",
  access: "write",
  summary: "Change how long the audit trail is kept; a shorter time waits a week",
  limits: [{ by: "person", points: 20, seconds: 3600 }],
  fresh: true,
  input: retentionInput,
  output: retention,
  rest: { method: "put", path: "/settings/audit" },
  changes: ofOrganization(readAuditRetention),
  run: async ({ db, input: { days } }) => {
    await db.call(sql`guard.set_audit_retention(${days})`, z.unknown());
    return db.call(sql`guard.audit_retention()`, retention);
  },
});
