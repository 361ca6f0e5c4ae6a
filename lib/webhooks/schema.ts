import { z } from "zod";
import { anyOf, listInput, page } from "@/lib/access/list";
import { line } from "@/lib/accounts/schema";
import { idInput, idOutput } from "@/lib/ids";
import { description, eventsInput, spans, urlInput } from "./form-schema";

export const createWebhookInput = z.strictObject({
  url: urlInput,
  description,
  events: eventsInput,
  mode: z
    .enum(["live", "test"])
    .optional()
    .meta({ description: "Of which records it tells; else those of the request" }),
});

export const webhookReference = z.strictObject({ id: idInput("whk") });

export const updateWebhookInput = webhookReference.extend({
  url: urlInput.optional(),
  description: line(200, 0).optional(),
  events: eventsInput.optional(),
});

export const rotateSecretInput = webhookReference.extend({
  overlapHours: z.coerce.number().int().min(0).max(72, "72 hours at most.").default(24),
});

const momentText = z.iso
  .datetime({ offset: true, local: true, error: "Give a date and a time, such as 2026-11-21T09:30." })
  .meta({ examples: ["2026-11-21T09:30:00Z"] });

export const replayInput = webhookReference.extend({
  since: z.union([z.enum(spans), momentText]).meta({
    description:
      "Of what was made from this moment on; without an offset in the organization's time zone; or so many seconds back",
  }),
  until: z
    .preprocess((given) => (given === "" ? undefined : given), momentText.optional())
    .meta({
      description: "Of what was made before this moment",
    }),
  only: z.enum(["failed", "all"]).default("failed"),
});

export type ReplayInput = z.output<typeof replayInput>;

export const webhook = z.object({
  id: idOutput("whk"),
  url: z.string(),
  description: z.string(),
  events: z.array(z.string()),
  mode: z.enum(["live", "test"]),
  state: z.enum(["active", "disabled"]),
  disabledAs: z.enum(["person", "gone", "failing", "maker"]).nullable().meta({
    description:
      "Somebody disabled it, it answered 410, nothing went well for three days, or its maker left or lost rights.",
  }),
  failingSince: z.date().nullable(),
  previousUntil: z.date().nullable().meta({ description: "Until then the secret before the present one signs too." }),
  lastDeliveryAt: z.date().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.date(),
  delivered: z.number().meta({ description: "Of the last 500 deliveries" }),
  failed: z.number(),
  waiting: z.number(),
});

export type WebhookView = z.output<typeof webhook>;

/** The only answers that ever hold a secret. */
export const webhookWithSecret = z.object({ id: idOutput("whk"), url: z.string(), secret: z.string() });

export type WebhookWithSecret = z.output<typeof webhookWithSecret>;

export const deliveryStates = ["waiting", "sending", "delivered", "failed"] as const;

export const listDeliveriesInput = listInput({
  sorts: ["at"],
  sort: "-at",
  filters: {
    webhook: anyOf(idInput("whk")),
    event: anyOf(z.string().max(80)),
    state: anyOf(z.enum(deliveryStates)),
  },
});

export type ListDeliveriesInput = z.output<typeof listDeliveriesInput>;

export const deliveryReference = z.strictObject({ id: idInput("whd") });

export const delivery = z.object({
  id: idOutput("whd"),
  webhook: idOutput("whk"),
  event: z.string(),
  eventId: idOutput("evt"),
  state: z.enum(deliveryStates),
  attempts: z.number(),
  nextTryAt: z.date().nullable(),
  lastStatus: z.number().nullable(),
  lastError: z.string().nullable(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
});

export type DeliveryView = z.output<typeof delivery>;

export const deliveriesPage = page(delivery);

const attempt = z.object({
  number: z.number(),
  at: z.date(),
  url: z.string(),
  milliseconds: z.number(),
  status: z.number().nullable(),
  error: z.string().nullable(),
  answer: z
    .string()
    .nullable()
    .meta({ description: "Its first 2,048 characters, without what looks like a secret. Null with the body." }),
});

export const deliveryDetail = delivery.extend({
  request: z.object({
    headers: z.record(z.string(), z.string()),
    body: z.string().nullable().meta({ description: "Null where you may not see such records, or it is gone." }),
  }),
  tries: z.array(attempt),
});

export type DeliveryDetail = z.output<typeof deliveryDetail>;

export const replayed = z.object({ deliveries: z.number() });
