import { encodeId } from "@/lib/ids";
import type { Standards } from "@/lib/measures/words";
import { type Columns, fieldsOf, resourceFields } from "./fields";
import { nounOf } from "./nouns";

export type Told = { type: string; recordId: string | null; record: Columns };

/** What an event carries of its record: its public fields as they stood. Null for a type that is told no more. */
export function dataOf({ type, recordId, record }: Told, standards: Standards): Columns | null {
  const noun = nounOf(type);
  if (!noun) return null;
  return {
    object_type: noun.noun,
    id: recordId && encodeId(noun.prefix, recordId),
    ...(noun.resource ? resourceFields(noun.resource, record, standards) : fieldsOf(noun.noun, record)),
  };
}
