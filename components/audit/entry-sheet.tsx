"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { addressWith } from "@/components/data-table/table-address";
import { CopyText } from "@/components/ui/copy-text";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionList } from "@/components/ui/description-list";
import { Sheet } from "@/components/ui/sheet";
import type { AuditEntry } from "@/lib/audit/schema";
import { type Difference, differences, entryWords, recordWord } from "@/lib/audit/words";

type EntrySheetProps = { entry: AuditEntry; timeZone: string };

export function EntrySheet({ entry, timeZone }: EntrySheetProps) {
  const router = useRouter();
  const query = useSearchParams();
  const changes = differences(entry);
  return (
    <Sheet
      open
      onOpenChange={() => router.push(addressWith(query, { entry: null }), { scroll: false })}
      title={entryWords(entry)}
    >
      <DescriptionList
        items={[
          { label: "Who", value: entry.actor },
          ...(entry.reason ? [{ label: "Reason", value: entry.reason }] : []),
          { label: "When", value: <DateTime value={entry.at} timeZone={timeZone} /> },
          { label: "Operation", value: <code className="font-mono">{entry.operation}</code> },
          {
            label: "Record",
            value: entry.record_id ? (
              <CopyText value={entry.record_id} label={`Copy id of the ${recordWord(entry.record_type)}`} />
            ) : (
              recordWord(entry.record_type)
            ),
          },
          { label: "From", value: entry.address },
          { label: "Client", value: entry.agent },
          {
            label: "Request",
            value: entry.request_id && <CopyText value={entry.request_id} label="Copy request id" />,
          },
        ]}
      />
      {changes.length > 0 && <Changes changes={changes} />}
    </Sheet>
  );
}

function Changes({ changes }: { changes: Difference[] }) {
  return (
    <div className="mt-6 overflow-x-auto">
      <table className="w-full text-table">
        <caption className="mb-2 text-left font-semibold">Changes</caption>
        <thead>
          <tr className="text-left text-muted">
            <th className="border-b py-1.5 pr-4 font-medium">Field</th>
            <th className="border-b py-1.5 pr-4 font-medium">Before</th>
            <th className="border-b py-1.5 font-medium">After</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field} className="align-top">
              <td className="border-b py-1.5 pr-4">{field}</td>
              <td className="break-all border-b py-1.5 pr-4 text-muted">{before ?? "–"}</td>
              <td className="break-all border-b py-1.5">{after ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
