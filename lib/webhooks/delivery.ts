import type { Dispatcher } from "undici";
import { z } from "zod";
import { EgressError } from "@/lib/egress/fault";
import { send } from "@/lib/egress/send";
import type { Columns } from "@/lib/events/fields";
import { encodeId } from "@/lib/ids";
import { masked } from "./mask";
import { bodyOf, headersOf } from "./message";
import { type Secrets, signatures } from "./secret";

/** What `guard.lease_deliveries` gives out of one endpoint. Ids are what the database has as such. */
export const claimedEndpoint = z.object({
  organization: z.string(),
  endpoint: z.string(),
  /** Changes with the endpoint. */
  standing: z.string(),
  /** It has not answered well. */
  is_slow: z.boolean(),
  url: z.string(),
  sealed: z.string(),
  sealed_previous: z.string().nullable(),
  standards: z.object({
    currency: z.string(),
    weightUnit: z.enum(["kg", "g", "lb", "oz"]),
    dimensionUnit: z.enum(["cm", "in"]),
  }),
  deliveries: z.array(
    z.object({
      id: z.string(),
      lease: z.string(),
      event: z.string(),
      event_id: z.string(),
      type: z.string().nullable(),
      record_id: z.string().nullable(),
      record: z.custom<Columns>((value) => typeof value === "object").nullable(),
      test_mode: z.boolean().nullable(),
      created_at: z.string().nullable(),
    }),
  ),
});

export type ClaimedEndpoint = z.output<typeof claimedEndpoint>;

export type LeasedDelivery = Omit<ClaimedEndpoint, "deliveries"> & ClaimedEndpoint["deliveries"][number];

export type Outcome = {
  organization: string;
  id: string;
  lease: string;
  at: string;
  url: string;
  milliseconds: number;
  status?: number | undefined;
  error?: string | undefined;
  answer?: string | undefined;
  retry_after?: number | undefined;
};

/** Sends one delivery and says what became of it. */
export async function deliver(
  leased: LeasedDelivery,
  { agent, secrets }: { agent: Dispatcher; secrets: Secrets },
): Promise<Outcome> {
  const began = Date.now();
  if (leased.type === null || leased.record === null || leased.created_at === null)
    return outcomeOf(leased, began, { error: "event_gone" });
  try {
    const { status, body, retryAfter } = await send(agent, messageOf(leased, new Date(leased.created_at), secrets));
    return outcomeOf(leased, began, { status, answer: masked(body), retry_after: secondsOf(retryAfter) });
  } catch (error) {
    return outcomeOf(leased, began, { error: error instanceof EgressError ? error.reason : "internal" });
  }
}

type Became = Pick<Outcome, "status" | "error" | "answer" | "retry_after">;

/** Field by field, as in claims: an object spread into another is made slowly. */
function outcomeOf({ organization, id, lease, url }: LeasedDelivery, began: number, became: Became): Outcome {
  return {
    organization,
    id,
    lease,
    url,
    at: new Date(began).toISOString(),
    milliseconds: Date.now() - began,
    status: became.status,
    error: became.error,
    answer: became.answer,
    retry_after: became.retry_after,
  };
}

function messageOf(leased: LeasedDelivery, createdAt: Date, secrets: Secrets) {
  const sent = {
    organizationId: leased.organization,
    deliveryId: leased.id,
    eventId: leased.event_id,
    event: leased.event,
    type: leased.type ?? "",
    recordId: leased.record_id,
    record: leased.record ?? {},
    testMode: leased.test_mode ?? false,
    createdAt,
  };
  const body = bodyOf(sent, leased.standards);
  const at = Math.floor(Date.now() / 1000);
  const signature = signatures(secrets.of(leased), { id: encodeId("whd", leased.id), at, body });
  return { url: leased.url, body, headers: headersOf(sent, { at, signature }) };
}

/** `Retry-After` in seconds, or as a date (RFC 9110, 10.2.3). */
function secondsOf(retryAfter: string | undefined): number | undefined {
  if (retryAfter === undefined) return undefined;
  const seconds = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.round(seconds), 0), 86_400) : undefined;
}
