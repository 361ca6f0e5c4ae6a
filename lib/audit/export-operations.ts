import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { newestInput, page } from "@/lib/access/list";
import { defineOperation } from "@/lib/access/operation";
import { BerthError } from "@/lib/errors";
import { idOutput } from "@/lib/ids";
import { askedFor } from "./conditions";
import { exportsRepository, progressOf } from "./export-repository";
import { auditExport, exportFile, exportId, startExportInput } from "./export-schema";

const common = { scope: "organization", permission: "audit.export" } as const;
const unfiltered = { action: [], operation: [], type: [], via: [], actor: [], from: "", to: "" };

export const startAuditExport = defineOperation({
  ...common,
  name: "audit.export",
  access: "write",
  summary: "Export what a search of the audit trail finds, in the background",
  limits: [{ by: "person", points: 20, seconds: 3600 }],
  fresh: true,
  input: startExportInput,
  output: z.object({ id: idOutput("axp") }),
  rest: { method: "post", path: "/audit/exports", status: 201 },
  run: async ({ db, actor, input: { q, format } }) => {
    const conditions = JSON.stringify(askedFor({ ...unfiltered, q }, actor.userId));
    const id = uuidv7();
    const file = randomBytes(16).toString("hex");
    await db.call(sql`guard.start_audit_export(${id}, ${format}, ${q}, ${conditions}::jsonb, ${file})`, z.unknown());
    return { id };
  },
});

export const listAuditExports = defineOperation({
  ...common,
  name: "audit.exports",
  access: "read",
  summary: "See the last exports of the audit trail",
  input: newestInput(10, {}),
  output: page(auditExport),
  rest: { method: "get", path: "/audit/exports" },
  run: async ({ db, input }) => {
    const { data, next_cursor } = await exportsRepository(db).list(input);
    const shown = data.map((row) => ({
      ...row,
      progress: progressOf(row),
      created_at: row.createdAt,
      finished_at: row.finishedAt,
      link_until: row.linkUntil,
    }));
    return { data: shown, next_cursor };
  },
});

export const openAuditExport = defineOperation({
  ...common,
  name: "audit.open_export",
  access: "write",
  summary: "Open a finished export for ten minutes",
  input: exportId,
  output: z.object({ id: idOutput("axp"), until: z.date() }),
  run: async ({ db, input }) => {
    await exportsRepository(db).find(input.id);
    return { id: input.id, until: await db.call(sql`guard.open_audit_export(${input.id})`, z.coerce.date()) };
  },
});

/** For the route that sends the file; its link lives ten minutes. */
export const readAuditExport = defineOperation({
  ...common,
  name: "audit.read_export",
  access: "read",
  summary: "Read an export whose link is open",
  input: exportId,
  output: exportFile,
  run: async ({ db, input }) => {
    const found = await exportsRepository(db).find(input.id);
    if (found.phase !== "done" || !found.linkUntil || found.linkUntil < new Date())
      throw new BerthError("not_found", "This link has ended. Ask for the file again on the audit page.");
    return found;
  },
});
