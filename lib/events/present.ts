import { inert } from "@/lib/audit/inert";
import { outsideRecord } from "@/lib/audit/outside";
import { encodeId } from "@/lib/ids";
import type { Standards } from "@/lib/measures/words";
import { type Columns, fieldsOf, resourceFields } from "./fields";
import { nounOf } from "./nouns";

export type Told = { type: string; recordId: string | null; record: Columns };

/** What an event carries of its record: its public fields as they stood. Null for a type that is told no more. */
export function dataOf({ type, recordId, record }: Told, standards: Standards): Columns | null {
  const noun = nounOf(type);
  if (!noun) return null;
  if (noun.noun === "audit") return auditData(recordId, record);
  return {
    object_type: noun.noun,
    id: recordId && noun.prefix ? encodeId(noun.prefix, recordId) : null,
    ...(noun.resource ? resourceFields(noun.resource, record, standards) : fieldsOf(noun.noun, record)),
  };
}

/** What the trail says of an act beside values of records, in the words of `GET /audit`. */
function auditData(recordId: string | null, record: Columns): Columns {
  const { entry, action, operation, record_type, actor, via, permission, reason, times, request_id, at } = record;
  return {
    object_type: "audit",
    id: String(entry),
    at: new Date(String(at)).toISOString(),
    actor: inert(String(actor ?? "Berth")),
    ...{ via, operation, action, record_type },
    record_id: outsideRecord(String(record_type), recordId),
    permission: permission ?? null,
    reason: typeof reason === "string" ? inert(reason) : null,
    ...{ times: times ?? null, request_id: request_id ?? null },
  };
}
