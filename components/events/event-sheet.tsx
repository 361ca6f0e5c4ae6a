"use client";

import { useSearchParams } from "next/navigation";
import { addressWith } from "@/components/data-table/table-address";
import { useLeaving } from "@/components/data-table/use-leaving";
import { JsonBlock } from "@/components/events/json-block";
import { CopyText } from "@/components/ui/copy-text";
import { DescriptionList } from "@/components/ui/description-list";
import { Sheet } from "@/components/ui/sheet";
import { TextLink } from "@/components/ui/text-link";
import { useTimeStyle } from "@/components/ui/time-style";
import { exactText } from "@/components/ui/time-text";
import type { EventView } from "@/lib/events/schema";
import { recordName } from "@/lib/events/words";

type EventSheetProps = { event: EventView; timeZone: string };

export function EventSheet({ event, timeZone }: EventSheetProps) {
  const sheet = useLeaving("event");
  const query = useSearchParams();
  const style = useTimeStyle();
  const record = typeof event.data?.id === "string" ? event.data.id : null;
  const others = addressWith(query, { event: null, record, type: null, cursor: null, trail: null });
  return (
    <Sheet {...sheet} title={event.type}>
      <DescriptionList
        items={[
          { label: "When", value: exactText(new Date(event.createdAt), timeZone, style) },
          { label: "Id", value: <CopyText value={event.id} label="Copy the event's id" className="-ml-1" /> },
          ...(record
            ? [
                {
                  label: "Record",
                  value: (
                    <>
                      {recordName(event)}
                      <span className="block text-table">
                        <TextLink href={others}>All its events</TextLink>
                      </span>
                    </>
                  ),
                },
              ]
            : []),
          ...(event.karrioType
            ? [{ label: "Also", value: <code className="font-mono">{event.karrioType}</code> }]
            : []),
          { label: "Mode", value: event.testMode ? "Test" : "Live" },
        ]}
      />
      {event.data ? (
        <JsonBlock label="Data" value={event.data} />
      ) : (
        <p className="mt-6 text-muted">What it carries is for people who may see records of this kind.</p>
      )}
    </Sheet>
  );
}
