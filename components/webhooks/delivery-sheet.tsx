"use client";

import { useState, useTransition } from "react";
import { useLeaving } from "@/components/data-table/use-leaving";
import { JsonBlock } from "@/components/events/json-block";
import { send } from "@/components/form/send";
import { Button } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { DescriptionList } from "@/components/ui/description-list";
import { FaultCallout } from "@/components/ui/fault-callout";
import { RelativeTime } from "@/components/ui/relative-time";
import { Sheet } from "@/components/ui/sheet";
import { TextLink } from "@/components/ui/text-link";
import { toast } from "@/components/ui/toast";
import { DeliveryState } from "@/components/webhooks/delivery-state";
import { TryList } from "@/components/webhooks/try-list";
import type { ActionState } from "@/lib/errors";
import { replayDeliveryAction } from "@/lib/webhooks/actions";
import type { DeliveryDetail } from "@/lib/webhooks/schema";

type Failed = Extract<ActionState, { status: "failed" }>;

type DeliverySheetProps = { delivery: DeliveryDetail; timeZone: string; organizationId: string; manages: boolean };

export function DeliverySheet({ delivery, timeZone, organizationId, manages }: DeliverySheetProps) {
  const sheet = useLeaving("delivery");
  const [pending, start] = useTransition();
  const [fault, setFault] = useState<Failed>();
  const { id, event, eventId, state, nextTryAt, request, tries } = delivery;
  const triedAndWaits = state === "waiting" && delivery.attempts > 0;
  const again = () =>
    start(async () => {
      const answer = await send(replayDeliveryAction, { organization: organizationId, id });
      setFault(answer.status === "failed" ? answer : undefined);
      if (answer.status === "done") toast.done("It is on its way again");
    });
  return (
    <Sheet {...sheet} title={event}>
      <DescriptionList
        items={[
          { label: "State", value: <DeliveryState delivery={delivery} /> },
          ...(nextTryAt ? [{ label: "Next try", value: <RelativeTime value={nextTryAt} timeZone={timeZone} /> }] : []),
          { label: "Id", value: <CopyText value={id} label="Copy the delivery's id" className="-ml-1" /> },
          { label: "Event", value: <TextLink href={`/events?event=${eventId}`}>Look at the event</TextLink> },
        ]}
      />
      {manages && (state === "failed" || state === "delivered" || triedAndWaits) && (
        <Button className="mt-4" pending={pending} onClick={again}>
          {triedAndWaits ? "Try now" : "Send again"}
        </Button>
      )}
      {fault && (
        <div className="mt-4">
          <FaultCallout state={fault} />
        </div>
      )}
      <TryList tries={tries} timeZone={timeZone} />
      <JsonBlock label="Request headers" value={headerText(request.headers)} />
      {request.body ? (
        <JsonBlock label="Request body" value={JSON.parse(request.body)} />
      ) : (
        <p className="mt-6 text-muted">What it carried is for people who may see records of this kind.</p>
      )}
    </Sheet>
  );
}

function headerText(headers: Record<string, string>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}
