import { and, desc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { auditEntries } from "@/db/schema/audit-entries";
import type { Database } from "@/lib/access/database";
import { type Difference, differences, type Shown } from "@/lib/audit/changes";
import { inert, inertColumns } from "@/lib/audit/inert";
import { namesIn } from "@/lib/audit/names";
import { actorParts } from "@/lib/audit/words";
import type { recordHistory } from "./output";

const most = 30;

/** What the audit trail holds about one record, newest first, for people who may see the record. */
export async function historyOf(db: Database, table: string, id: string): Promise<z.input<typeof recordHistory>> {
  const entries = await db.query
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.organizationId, db.organizationId),
        eq(auditEntries.recordId, id),
        eq(auditEntries.recordType, table),
        inArray(auditEntries.action, ["insert", "update", "delete"]),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(most);
  const names = await namesIn(db, entries);
  return entries.map((entry) => ({
    id: String(entry.id),
    at: entry.at,
    actor: actorParts(inert(entry.actorLabel ?? "Berth")).name,
    action: entry.action as "insert" | "update" | "delete", // the condition above
    changes:
      entry.action === "update"
        ? differences({ before: inertColumns(entry.before), after: inertColumns(entry.after), names }).map(inWords)
        : [],
  }));
}

function inWords({ field, before, after }: Difference) {
  return { field, before: textOf(before), after: textOf(after) };
}

function textOf(shown: Shown | null): string | null {
  if (shown === null) return null;
  if (shown.kind === "id") return shown.name ?? "another";
  return shown.kind === "moment"
    ? `${new Date(shown.at).toISOString().slice(0, 16).replace("T", " ")} UTC`
    : shown.text;
}
