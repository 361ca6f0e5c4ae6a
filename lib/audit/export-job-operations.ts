import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { organizations } from "@/db/schema/organizations";
import { defineOperation } from "@/lib/access/operation";
import type { Condition } from "./conditions";
import { exportsRepository } from "./export-repository";
import { exportFile, exportJobInput, noteExportInput } from "./export-schema";
import { auditRepository } from "./repository";
import { auditEntry } from "./schema";

const job = { scope: "job" } as const;

export const resumeAuditExport = defineOperation({
  ...job,
  name: "audit.resume_export",
  access: "read",
  summary: "See where the work on an export goes on",
  input: exportJobInput,
  output: exportFile.extend({ phase: z.string(), taken: z.number(), lastId: z.number().nullable() }),
  run: ({ db, input }) => exportsRepository(db).find(input.id),
});

const atOnce = 1000;

/** One page, asked for with the rights that the person holds at this moment. */
export const readForExport = defineOperation({
  ...job,
  name: "audit.read_for_export",
  access: "read",
  summary: "Read entries for an export",
  input: exportJobInput.extend({ after: z.int().min(0).nullable() }),
  output: z.object({ allowed: z.boolean(), entries: z.array(auditEntry), timeZone: z.string() }),
  run: async ({ db, input: { id, after } }) => {
    const allowed = await db.call(sql`guard.may_go_on_exporting(${id})`, z.boolean());
    if (!allowed) return { allowed, entries: [], timeZone: "UTC" };
    const { conditions } = await exportsRepository(db).find(id);
    // Written by audit.export from a parsed query.
    const search = { conditions: conditions as Condition[], after, sort: "-at" as const, limit: atOnce };
    const [own] = await db.query.select().from(organizations).where(eq(organizations.id, db.organizationId));
    return { allowed, entries: await auditRepository(db).page(search), timeZone: own?.timeZone ?? "UTC" };
  },
});

export const noteAuditExport = defineOperation({
  ...job,
  name: "audit.note_export",
  access: "write",
  summary: "Note how far an export came",
  input: noteExportInput,
  output: z.object({}),
  run: async ({ db, input: { id, part, taken, lastId, over, problem } }) => {
    const exports = exportsRepository(db);
    const found = await exports.find(id);
    if (found.phase !== "writing") return {};
    const ended = over || problem !== null;
    await exports.update(id, {
      parts: part,
      taken,
      lastId,
      ...(problem !== null ? { phase: "failed" as const, problem } : over ? { phase: "done" as const } : {}),
      ...(ended ? { finishedAt: new Date() } : {}),
    });
    if (!ended) await db.enqueue("audit.export", { export: id });
    return {};
  },
});

export const endAuditExport = defineOperation({
  ...job,
  name: "audit.end_export",
  access: "write",
  summary: "Note that the file of an export goes",
  input: exportJobInput,
  output: exportFile,
  run: async ({ db, input }) => {
    const exports = exportsRepository(db);
    const found = await exports.find(input.id);
    if (found.phase !== "expired") await exports.update(found.id, { phase: "expired" });
    return found;
  },
});
