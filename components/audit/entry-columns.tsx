import type { DataColumn } from "@/components/data-table/types";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AuditEntry } from "@/lib/audit/schema";
import { actorParts, entryWords } from "@/lib/audit/words";

export function entryColumns(timeZone: string): DataColumn<AuditEntry>[] {
  return [
    { id: "what", header: "What", hideable: false, cell: (entry) => entryWords(entry) },
    {
      id: "who",
      header: "Who",
      phone: "bare",
      className: "max-w-72",
      cell: (entry) => (
        <span className="flex items-center gap-2">
          <span className="truncate" title={entry.actor}>
            {actorParts(entry.actor).name}
          </span>
          {entry.via === "platform" && <Badge tone="warning">Platform</Badge>}
          {entry.via === "key" && <Badge>Key</Badge>}
        </span>
      ),
    },
    {
      id: "record",
      header: "Record",
      className: "max-w-64 truncate",
      cell: (entry) => (entry.reason ? `Reason: ${entry.reason}` : entry.record_name),
    },
    {
      id: "when",
      header: "When",
      phone: "bare",
      cell: (entry) => <RelativeTime value={entry.at} timeZone={timeZone} />,
    },
    { id: "from", header: "From", className: "whitespace-nowrap", cell: (entry) => entry.address },
    {
      id: "operation",
      header: "Operation",
      className: "whitespace-nowrap",
      hiddenAtFirst: true,
      cell: (entry) => <span className="font-mono">{entry.operation}</span>,
    },
  ];
}
