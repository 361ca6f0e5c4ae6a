"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { DateRange } from "@/components/data-table/date-range";
import { FilterBar } from "@/components/data-table/filter-bar";
import { addressWith } from "@/components/data-table/table-address";
import type { DataColumn } from "@/components/data-table/types";
import { CallStatus } from "@/components/logs/call-status";
import { EmptyState } from "@/components/ui/empty-state";
import { GuideLink } from "@/components/ui/guide-link";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { LogLine } from "@/lib/logs/schema";
import { callerWords, durationText, methods, statusClasses } from "@/lib/logs/words";
import type { DayRange } from "@/lib/preferences/weeks";

type LogsTableProps = {
  calls: LogLine[];
  nextCursor: string | null;
  timeZone: string;
  weeks: DayRange[];
  openId: string | undefined;
};

const errorChoices = [
  { value: "only", label: "Errors only" },
  { value: "none", label: "Without errors" },
];
const outcomes = ["2xx: done", "3xx: unchanged", "4xx: refused", "5xx: our fault"];

export function LogsTable({ calls, nextCursor, timeZone, weeks, openId }: LogsTableProps) {
  const columns = useMemo(() => logColumns(timeZone), [timeZone]);
  const query = useSearchParams();
  return (
    <DataTable
      id="logs"
      label="Calls"
      columns={columns}
      rows={calls}
      rowId={({ id }) => id}
      nextCursor={nextCursor}
      sort="-at"
      filterKeys={["q", "method", "status", "errors", "from", "to"]}
      detailHref={({ id }) => addressWith(query, { log: id })}
      openId={openId}
      empty={
        <EmptyState icon="terminal" title="Nobody has called yet">
          Every call of the API and of GraphQL appears here within a second.{" "}
          <TextLink href="/api-keys">Make a key</TextLink> and follow the{" "}
          <GuideLink href="/docs/quick-start">quick start</GuideLink>.
        </EmptyState>
      }
    >
      <FilterBar
        search="Path, status, request id, record or IP"
        filters={[
          { key: "errors", label: "Outcome", options: errorChoices, single: true },
          {
            key: "status",
            label: "Status",
            options: statusClasses.map((value, at) => ({ value, label: outcomes[at] ?? value })),
          },
          { key: "method", label: "Method", options: methods.map((value) => ({ value, label: value })) },
        ]}
      />
      <DateRange presets={weeks} />
    </DataTable>
  );
}

function logColumns(timeZone: string): DataColumn<LogLine>[] {
  return [
    {
      id: "call",
      header: "Call",
      hideable: false,
      className: "max-w-96 truncate",
      cell: ({ method, path }) => (
        <span className="font-mono text-[0.8125em]">
          <span className="inline-block min-w-14 text-muted">{method}</span>
          {path}
        </span>
      ),
    },
    {
      id: "status",
      header: "Status",
      phone: "bare",
      className: "max-w-56",
      cell: (call) => <CallStatus call={call} />,
    },
    {
      id: "by",
      header: "By",
      phone: "bare",
      className: "max-w-48 truncate",
      cell: ({ caller }) => <span title={callerWords[caller.kind]}>{caller.name}</span>,
    },
    {
      id: "duration",
      header: "Took",
      className: "whitespace-nowrap tabular-nums",
      cell: ({ milliseconds }) => durationText(milliseconds),
    },
    {
      id: "at",
      header: "When",
      phone: "bare",
      sortable: true,
      cell: ({ at }) => <RelativeTime value={at} timeZone={timeZone} />,
    },
    { id: "address", header: "IP", hiddenAtFirst: true, cell: ({ address }) => address ?? "" },
    {
      id: "request",
      header: "Request id",
      hiddenAtFirst: true,
      cell: ({ requestId }) => <span className="font-mono">{requestId}</span>,
    },
  ];
}
