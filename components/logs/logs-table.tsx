"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { DateRange } from "@/components/data-table/date-range";
import { type Filter, FilterBar } from "@/components/data-table/filter-bar";
import { addressWith, atFirstPage } from "@/components/data-table/table-address";
import type { DataColumn } from "@/components/data-table/types";
import { CallStatus } from "@/components/logs/call-status";
import { findable } from "@/components/resource/ask";
import { EmptyState } from "@/components/ui/empty-state";
import { GuideLink } from "@/components/ui/guide-link";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { LogLine } from "@/lib/logs/schema";
import { callerWords, durationText, methods, statusClasses } from "@/lib/logs/words";
import type { DayRange } from "@/lib/preferences/weeks";
import type { Linked } from "@/lib/resource/field-schema";

type LogsTableProps = {
  calls: LogLine[];
  nextCursor: string | null;
  timeZone: string;
  weeks: DayRange[];
  openId: string | undefined;
  /** Whose calls the list can be narrowed to. */
  callers: Caller[];
  /** Where people are found, when there are more of them than in `callers`. */
  more: Linked | undefined;
};

type Caller = { value: string; label: string };

const errorChoices = [
  { value: "only", label: "Errors only" },
  { value: "none", label: "Without errors" },
];
/** What other pages lead here by, and nobody chooses from a list. */
const fromElsewhere = [
  { key: "address", label: "IP", options: [] },
  { key: "request", label: "Request id", options: [] },
  { key: "entity", label: "Record", options: [] },
  { key: "path", label: "Path begins with", options: [] },
];
const outcomes = ["2xx: done", "3xx: unchanged", "4xx: refused", "5xx: our fault"];

export function LogsTable({ calls, nextCursor, timeZone, weeks, openId, callers, more }: LogsTableProps) {
  const query = useSearchParams();
  const columns = useMemo(() => logColumns(timeZone, query), [timeZone, query]);
  const filters: Filter[] = [
    { key: "errors", label: "Outcome", options: errorChoices, single: true },
    {
      key: "status",
      label: "Status",
      options: statusClasses.map((value, at) => ({ value, label: outcomes[at] ?? value })),
    },
    { key: "method", label: "Method", options: methods.map((value) => ({ value, label: value })) },
    {
      key: "by",
      label: "By",
      options: withNamed(callers, calls, query.get("by")),
      all:
        more &&
        findable(
          more,
          callers.filter(({ value }) => value.startsWith(`${more.prefix}_`)),
        ),
      single: true,
    },
    ...fromElsewhere,
  ];
  return (
    <DataTable
      id="logs"
      label="Calls"
      columns={columns}
      rows={calls}
      rowId={({ id }) => id}
      nextCursor={nextCursor}
      sort="-at"
      filterKeys={[...filters.map(({ key }) => key), "from", "to"]}
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
      <FilterBar search="Path, status, request id, record or IP" filters={filters} />
      <DateRange presets={weeks} />
    </DataTable>
  );
}

/** Somebody who left is known from their calls alone. */
function withNamed(callers: Caller[], calls: LogLine[], by: string | null): Caller[] {
  if (by === null || callers.some(({ value }) => value === by)) return callers;
  return [...callers, { value: by, label: calls.find(({ caller }) => caller.id === by)?.caller.name ?? by }];
}

function logColumns(timeZone: string, query: { toString(): string }): DataColumn<LogLine>[] {
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
      cell: ({ caller: { kind, id, name } }) =>
        id === null ? (
          <span title={callerWords[kind]}>{name}</span>
        ) : (
          <Link
            href={addressWith(query, { by: id, log: null, ...atFirstPage })}
            title={`${callerWords[kind]}: see these calls alone`}
            className="thumb -outline-offset-1 rounded-[4px] hover:underline"
          >
            {name}
          </Link>
        ),
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
