import { CopyText } from "@/components/ui/copy-text";
import { DateTime } from "@/components/ui/date-time";
import type { Difference, Shown } from "@/lib/audit/changes";

type EntryChangesProps = { changes: Difference[]; timeZone: string };

/** Before and after, field by field; a new or removed record has one side only. */
export function EntryChanges({ changes, timeZone }: EntryChangesProps) {
  const hadBefore = changes.some(({ before }) => before !== null);
  const hasAfter = changes.some(({ after }) => after !== null);
  const sides = [...(hadBefore ? (["before"] as const) : []), ...(hasAfter || !hadBefore ? (["after"] as const) : [])];
  const heads = { before: hasAfter ? "Before" : "Was", after: hadBefore ? "After" : "Value" };
  return (
    <div className="mt-6 overflow-x-auto">
      <table className="w-full text-table">
        <caption className="mb-2 text-left font-semibold">{hadBefore && hasAfter ? "Changes" : "Details"}</caption>
        <thead>
          <tr className="text-left text-muted">
            <th className="border-b py-1.5 pr-4 font-medium">Field</th>
            {sides.map((side) => (
              <th key={side} className="border-b py-1.5 pr-4 font-medium last:pr-0">
                {heads[side]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.field} className="align-top">
              <th scope="row" className="whitespace-nowrap border-b py-1.5 pr-4 text-left font-normal text-muted">
                {change.field}
              </th>
              {sides.map((side) => (
                <td key={side} className="break-words border-b py-1.5 pr-4 last:pr-0">
                  <Value shown={change[side]} field={change.field} timeZone={timeZone} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Value({ shown, field, timeZone }: { shown: Shown | null; field: string; timeZone: string }) {
  if (shown === null) return <span className="text-muted">–</span>;
  if (shown.kind === "moment") return <DateTime value={shown.at} timeZone={timeZone} />;
  if (shown.kind === "text") return shown.text;
  return (
    <>
      {shown.name && <span className="mr-1">{shown.name}</span>}
      <CopyText value={shown.id} display={`…${shown.id.slice(-6)}`} label={`Copy id, ${field}`} />
    </>
  );
}
