import type { DataColumn } from "@/components/data-table/types";
import { Status } from "@/components/shipments/status";
import { RelativeTime } from "@/components/ui/relative-time";
import { measureText, moneyText } from "@/lib/measures/words";
import { services } from "@/lib/shipments/rules";
import type { ShipmentView } from "@/lib/shipments/schema";

const serviceNames = new Map<string, string>(services.map(({ value, label }) => [value, label]));
const nothing = <span className="text-muted">–</span>;

export function shipmentColumns(timeZone: string): DataColumn<ShipmentView>[] {
  return [
    {
      id: "reference",
      header: "Reference",
      sortable: true,
      cell: ({ reference }) => <span className="max-w-48 truncate font-mono">{reference}</span>,
    },
    {
      id: "status",
      header: "Status",
      phone: "bare",
      cell: ({ status, statusNote }) => <Status status={status} note={statusNote} />,
    },
    {
      id: "recipient",
      header: "Recipient",
      phone: "line",
      cell: ({ recipient }) => (
        <span className="block max-w-64 truncate">
          {recipient.company || recipient.name}
          <span className="text-muted">
            {" · "}
            {recipient.city}, {recipient.country}
          </span>
        </span>
      ),
    },
    { id: "service", header: "Service", cell: ({ service }) => serviceNames.get(service) ?? service },
    {
      id: "load",
      header: "Parcels",
      align: "right",
      cell: ({ parcelCount, weight, weightUnit }) => (
        <span className="whitespace-nowrap">
          {parcelCount} <span className="text-muted">· {measureText(weight, weightUnit)}</span>
        </span>
      ),
    },
    {
      id: "branch",
      header: "Branch",
      cell: ({ branch }) =>
        branch ? <span className="inline-block max-w-40 truncate align-bottom">{branch.name}</span> : nothing,
    },
    {
      id: "price",
      header: "Price",
      align: "right",
      sortable: true,
      cell: ({ price, currency }) => (price === null ? nothing : moneyText(price, currency)),
    },
    {
      id: "tracking",
      header: "Tracking number",
      hiddenAtFirst: true,
      cell: ({ trackingNumber }) => trackingNumber ?? nothing,
    },
    {
      id: "updated",
      header: "Updated",
      sortable: true,
      hiddenAtFirst: true,
      cell: ({ updatedAt }) => <RelativeTime value={updatedAt} timeZone={timeZone} />,
    },
    {
      id: "created",
      header: "Created",
      sortable: true,
      cell: ({ createdAt }) => <RelativeTime value={createdAt} timeZone={timeZone} />,
    },
  ];
}
