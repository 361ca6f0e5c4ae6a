import { dataOf, type Told } from "@/lib/events/present";
import { encodeId } from "@/lib/ids";
import type { Standards } from "@/lib/measures/words";

export type Sent = Told & {
  organizationId: string;
  deliveryId: string;
  eventId: string;
  /** The event's name as the endpoint calls it. */
  event: string;
  testMode: boolean;
  createdAt: Date;
};

/** The body of a delivery; the first two keys are what Karrio sends. It is the same at each try. */
export function bodyOf(sent: Sent, standards: Standards): string {
  return JSON.stringify({
    event: sent.event,
    data: dataOf(sent, standards),
    id: encodeId("evt", sent.eventId),
    organization_id: encodeId("org", sent.organizationId),
    created_at: sent.createdAt.toISOString(),
    test_mode: sent.testMode,
  });
}

/** `at` in seconds; `signature` of the body under this id and moment. */
export function headersOf(sent: Sent, { at, signature }: { at: number; signature: string }): Record<string, string> {
  return {
    "content-type": "application/json",
    "user-agent": "Berth-Webhooks/1.0",
    "webhook-id": encodeId("whd", sent.deliveryId),
    "webhook-timestamp": String(at),
    "webhook-signature": signature,
    "x-event-id": encodeId("evt", sent.eventId),
  };
}
