import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import { type ShipmentStatus, statusNames } from "@/lib/shipments/rules";

export const statusTones: Record<ShipmentStatus, Tone> = {
  draft: "neutral",
  ready: "info",
  picked_up: "info",
  in_transit: "accent",
  out_for_delivery: "accent",
  delivered: "positive",
  exception: "danger",
  cancelled: "neutral",
};

/** The status with its reason beside it, where there is one. */
export function Status({ status, note }: { status: ShipmentStatus; note?: string | null }) {
  return (
    <span className="inline-flex max-w-full items-baseline gap-2">
      <StatusDot tone={statusTones[status]} label={statusNames[status]} />
      {note && (
        <span title={note} className="min-w-0 max-w-44 truncate text-muted">
          {note}
        </span>
      )}
    </span>
  );
}
