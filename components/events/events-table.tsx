"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { DateRange } from "@/components/data-table/date-range";
import { FilterBar } from "@/components/data-table/filter-bar";
import { addressWith } from "@/components/data-table/table-address";
import type { DataColumn } from "@/components/data-table/types";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { GuideLink } from "@/components/ui/guide-link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { EventView } from "@/lib/events/schema";
import { recordName } from "@/lib/events/words";
import type { DayRange } from "@/lib/preferences/weeks";

type EventsTableProps = {
  events: EventView[];
  nextCursor: string | null;
  timeZone: string;
  types: string[];
  weeks: DayRange[];
  openId: string | undefined;
};

const modes = [
  { value: "live", label: "Live" },
  { value: "test", label: "Test" },
];

export function EventsTable({ events, nextCursor, timeZone, types, weeks, openId }: EventsTableProps) {
  const columns = useMemo(() => eventColumns(timeZone), [timeZone]);
  const query = useSearchParams();
  return (
    <DataTable
      id="events"
      label="Events"
      columns={columns}
      rows={events}
      rowId={({ id }) => id}
      nextCursor={nextCursor}
      sort="-at"
      filterKeys={["type", "record", "mode", "from", "to"]}
      detailHref={({ id }) => addressWith(query, { event: id })}
      openId={openId}
      empty={
        <EmptyState icon="activity" title="Nothing has happened yet">
          Every change of a record is told here for 30 days, and to your webhooks.{" "}
          <GuideLink href="/docs/webhooks#every-event">Every event</GuideLink>
        </EmptyState>
      }
    >
      <FilterBar
        search={false}
        filters={[
          { key: "type", label: "Type", options: types.map((value) => ({ value, label: value })) },
          { key: "mode", label: "Mode", options: modes },
          { key: "record", label: "Record", options: [] },
        ]}
      />
      <DateRange presets={weeks} />
    </DataTable>
  );
}

function eventColumns(timeZone: string): DataColumn<EventView>[] {
  return [
    {
      id: "type",
      header: "Event",
      hideable: false,
      cell: ({ type, testMode }) => (
        <span className="flex items-center gap-2">
          <span className="font-mono">{type}</span>
          {testMode && <Badge tone="warning">Test</Badge>}
        </span>
      ),
    },
    { id: "record", header: "Record", phone: "bare", className: "max-w-72 truncate", cell: recordName },
    {
      id: "at",
      header: "When",
      phone: "bare",
      sortable: true,
      cell: ({ createdAt }) => <RelativeTime value={createdAt} timeZone={timeZone} />,
    },
    {
      id: "id",
      header: "Id",
      hiddenAtFirst: true,
      className: "whitespace-nowrap",
      cell: ({ id }) => <span className="font-mono">{id}</span>,
    },
  ];
}
