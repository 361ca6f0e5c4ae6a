import { statusTones } from "@/components/shipments/status";
import { RelativeTime } from "@/components/ui/relative-time";
import { Timeline } from "@/components/ui/timeline";
import { statusNames } from "@/lib/shipments/rules";
import type { ShipmentDetail } from "@/lib/shipments/schema";

/** The newest step on top. */
export function ShipmentTimeline({ history, timeZone }: { history: ShipmentDetail["history"]; timeZone: string }) {
  return (
    <Timeline
      items={[...history].reverse().map(({ id, from, status, note, actor, at }) => ({
        id,
        title: from === null ? `Created as ${statusNames[status].toLowerCase()}` : statusNames[status],
        tone: statusTones[status],
        time: <RelativeTime value={at} timeZone={timeZone} />,
        body: (
          <>
            {note && <p className="text-text">{note}</p>}
            <p className="text-table">{actor}</p>
          </>
        ),
      }))}
    />
  );
}
