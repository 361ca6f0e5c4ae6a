import { z } from "zod";
import { line } from "@/lib/accounts/schema";

const longest = 500;

export const urlInput = z
  .string()
  .trim()
  .min(1, "Enter the address to send to.")
  .max(longest, `At most ${longest} characters.`)
  .refine((text) => URL.canParse(text), "Enter a whole address, such as https://example.com/hooks.")
  .meta({ example: "https://example.com/hooks" });

/** Names of events, ours or Karrio's; `*` (or `all`) is every one, also those that are yet to come. */
export const eventsInput = z
  .array(z.string().max(80), "Choose at least one event.")
  .min(1, "Choose at least one event.")
  .max(200)
  .transform((names) => (names.some((name) => name === "*" || name === "all") ? ["*"] : [...new Set(names)]))
  .meta({ example: ["shipment.delivered"] });

export const description = line(200, 0).default("");

/** How many hours the old secret signs beside the new one. */
export const overlaps = { "0": "At once", "1": "In an hour", "24": "In a day", "72": "In three days" } as const;

/** Spans back from now, in seconds. */
export const replaySpans = {
  "3600": "The last hour",
  "86400": "The last day",
  "604800": "The last week",
  "2592000": "The last 30 days",
} as const;

export const spans = Object.keys(replaySpans) as (keyof typeof replaySpans)[]; // its keys

/** What the forms check before they send. */
export const webhookForm = z.object({ url: urlInput, description, events: eventsInput });
