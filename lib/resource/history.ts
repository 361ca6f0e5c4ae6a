import { and, eq, getTableColumns, inArray } from "drizzle-orm";
import type { z } from "zod";
import { auditEntries } from "@/db/schema/audit-entries";
import type { Database } from "@/lib/access/database";
import { keyset } from "@/lib/access/list";
import { type Difference, differences, type Shown } from "@/lib/audit/changes";
import { inert, inertColumns } from "@/lib/audit/inert";
import { namesIn } from "@/lib/audit/names";
import { actorParts } from "@/lib/audit/words";
import type { recordHistory } from "./output";

type Asked = { id: string; limit: number; cursor?: string | undefined };

/** What the audit trail holds about one record, newest first, for people who may see the record. */
export async function historyOf(db: Database, table: string, input: Asked): Promise<z.input<typeof recordHistory>> {
  const list = keyset(
    { ...input, sort: "-id" },
    {
      list: `${table}.history`,
      owner: db.organizationId,
      sorts: { id: { by: auditEntries.id, type: "bigint" } },
      id: auditEntries.id,
      idType: "bigint",
    },
  );
  const found = await db.query
    .select({ ...getTableColumns(auditEntries), position: list.position })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.organizationId, db.organizationId),
        eq(auditEntries.recordId, input.id),
        eq(auditEntries.recordType, table),
        inArray(auditEntries.action, ["insert", "update", "delete"]),
        list.after,
      ),
    )
    .orderBy(...list.orderBy)
    .limit(list.limit);
  const { data, next_cursor } = list.page(found);
  const names = await namesIn(db, data);
  const entries = data.map((entry) => ({
    id: String(entry.id),
    at: entry.at,
    actor: actorParts(inert(entry.actorLabel ?? "Berth")).name,
    action: entry.action as "insert" | "update" | "delete", // the condition above
    changes:
      entry.action === "update"
        ? differences({ before: inertColumns(entry.before), after: inertColumns(entry.after), names }).map(inWords)
        : [],
  }));
  return { data: entries, next_cursor };
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
