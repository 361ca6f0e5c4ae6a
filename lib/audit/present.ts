import type { auditEntries } from "@/db/schema/audit-entries";
import { inert, inertColumns } from "./inert";
import { nameIn } from "./names";
import { outsideColumns, outsideRecord } from "./outside";
import { recordPath } from "./places";

export type EntryRow = typeof auditEntries.$inferSelect;

const byPlatform = new Set(["platform", "impersonation"]);

/** An entry as people read it. */
export function shown(row: EntryRow, names: Record<string, string>) {
  const own = nameIn(row.after) ?? nameIn(row.before);
  const reason = row.after?.raise_reason ?? row.after?.reason;
  return {
    id: row.id,
    at: row.at,
    actor: inert(row.actorLabel ?? "Berth"),
    via: row.actorKind,
    operation: row.operation,
    action: row.action,
    record_type: row.recordType,
    record_id: outsideRecord(row.recordType, row.recordId),
    record_name: own === null ? (names[row.recordId ?? ""] ?? null) : inert(own),
    before: outsideColumns(row.recordType, inertColumns(row.before)),
    after: outsideColumns(row.recordType, inertColumns(row.after)),
    reason: byPlatform.has(row.actorKind ?? "") && typeof reason === "string" ? inert(reason) : null,
    request_id: row.requestId,
    record_path: recordPath(row),
    address: row.address === null ? null : inert(row.address),
    agent: row.agent === null ? null : inert(row.agent),
  };
}
