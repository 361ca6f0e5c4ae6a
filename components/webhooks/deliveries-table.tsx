"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterBar } from "@/components/data-table/filter-bar";
import { addressWith } from "@/components/data-table/table-address";
import type { DataColumn } from "@/components/data-table/types";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { DeliveryState, outcomeWords } from "@/components/webhooks/delivery-state";
import type { DeliveryView } from "@/lib/webhooks/schema";

type DeliveriesTableProps = {
  deliveries: DeliveryView[];
  nextCursor: string | null;
  timeZone: string;
  openId: string | undefined;
};

const states = [
  { value: "delivered", label: "Delivered" },
  { value: "waiting", label: "Pending" },
  { value: "sending", label: "Under way" },
  { value: "failed", label: "Failed" },
];

export function DeliveriesTable({ deliveries, nextCursor, timeZone, openId }: DeliveriesTableProps) {
  const columns = useMemo(() => deliveryColumns(timeZone), [timeZone]);
  const query = useSearchParams();
  return (
    <DataTable
      id="deliveries"
      label="Deliveries"
      columns={columns}
      rows={deliveries}
      rowId={({ id }) => id}
      nextCursor={nextCursor}
      sort="-at"
      filterKeys={["state"]}
      detailHref={({ id }) => addressWith(query, { delivery: id })}
      openId={openId}
      empty={
        <EmptyState icon="webhook" title="Nothing was sent yet">
          The next event that it asks for shows here, with each try. Send a test to see one now.
        </EmptyState>
      }
    >
      <FilterBar search={false} filters={[{ key: "state", label: "State", options: states }]} />
    </DataTable>
  );
}

function deliveryColumns(timeZone: string): DataColumn<DeliveryView>[] {
  return [
    {
      id: "event",
      header: "Event",
      hideable: false,
      cell: ({ event }) => <span className="font-mono">{event}</span>,
    },
    { id: "state", header: "State", phone: "bare", cell: (delivery) => <DeliveryState delivery={delivery} /> },
    { id: "answer", header: "Answer", className: "whitespace-nowrap", cell: outcomeWords },
    { id: "tries", header: "Tries", align: "right", cell: ({ attempts }) => attempts },
    {
      id: "next",
      header: "Next try",
      className: "whitespace-nowrap",
      cell: ({ nextTryAt }) => nextTryAt && <RelativeTime value={nextTryAt} timeZone={timeZone} />,
    },
    {
      id: "at",
      header: "Made",
      sortable: true,
      className: "whitespace-nowrap",
      cell: ({ createdAt }) => <RelativeTime value={createdAt} timeZone={timeZone} />,
    },
  ];
}
