import { Layers } from "lucide-react";
import type { DataColumn } from "@/components/data-table/types";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { groupWords, type Line } from "@/lib/audit/group-rules";
import { actorParts, entryWords, recordWord } from "@/lib/audit/words";

/** `several`: of which organization each entry is. */
export function entryColumns(timeZone: string, several = false): DataColumn<Line>[] {
  return [
    {
      id: "what",
      header: "What",
      hideable: false,
      cell: ({ entry, group }) =>
        group ? (
          <>
            <Layers aria-hidden="true" className="size-4 text-muted" />
            {groupWords(group)}
          </>
        ) : (
          entryWords(entry)
        ),
    },
    {
      id: "who",
      header: "Who",
      phone: "bare",
      className: "max-w-72",
      cell: ({ entry }) => (
        <span className="flex items-center gap-2">
          <span className="truncate" title={entry.actor}>
            {actorParts(entry.actor).name}
          </span>
          {entry.via === "platform" && <Badge tone="warning">Platform</Badge>}
          {entry.via === "impersonation" && <Badge tone="danger">Support</Badge>}
          {entry.via === "key" && <Badge>Key</Badge>}
        </span>
      ),
    },
    ...(several
      ? [{ id: "organization", header: "Organization", cell: ({ entry }: Line) => entry.organization?.name }]
      : []),
    {
      id: "record",
      header: "Record",
      className: "max-w-64 truncate",
      cell: ({ entry, group }) => (group ? null : recordText(entry)),
    },
    {
      id: "when",
      header: "When",
      phone: "bare",
      cell: ({ entry }) => <RelativeTime value={entry.at} timeZone={timeZone} />,
    },
    { id: "from", header: "From", className: "whitespace-nowrap", cell: ({ entry }) => entry.address },
    {
      id: "operation",
      header: "Operation",
      className: "whitespace-nowrap",
      hiddenAtFirst: true,
      cell: ({ entry }) => <span className="font-mono">{entry.operation}</span>,
    },
  ];
}

function recordText({ reason, record_name, record_type }: Line["entry"]): string | null {
  if (reason) return `Reason: ${reason}`;
  if (record_name) return record_name;
  if (record_type === "operations") return null;
  const kind = recordWord(record_type);
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}
