import { type EventNoun, eventNouns, karrioNames } from "@/lib/events/nouns";
import { sampleOf } from "@/lib/events/samples";
import { whenOf } from "@/lib/events/when";
import { described } from "./described";
import type { JsonSchema } from "./json-schema";
import { ref } from "./openapi-names";

/** What each kind of event is called among the words of fields, where it is not its table. */
const aboutOf: Record<string, string> = {
  member: "members.event",
  registration: "registrations.event",
  key: "keys.event",
  ownership: "ownership.event",
  organization: "organization.event",
  settings: "settings.event",
  webhook: "webhooks.event",
  audit: "audit.event",
};

const references = new Set(["branch", "order", "accepted_by", "from_membership", "to_membership"]);
const sure = new Set(["object_type", "id"]);

const text = (description: string, more: object = {}): JsonSchema => ({ type: "string", description, ...more });
const header = (name: string, description: string, example: string) => ({
  ...{ name, in: "header", required: true, description, schema: { type: "string" }, example },
});

const eventId = "evt_01h2xcejqtf2nbrexx3vqjhp41";

export const webhookParameters = {
  WebhookId: header(
    "webhook-id",
    "The delivery's id. It stays the same over all tries and replays: what came with it once is done.",
    "whd_01h2xcejqtf2nbrexx3vqjhp41",
  ),
  WebhookTimestamp: header(
    "webhook-timestamp",
    "When this try was sent, in seconds since 1970. Refuse what is older than five minutes.",
    "1795253400",
  ),
  WebhookSignature: header(
    "webhook-signature",
    "`v1,` and the HMAC-SHA256 of `id.timestamp.body` with the endpoint's secret, in base64. Two of them, parted by a space, while a secret is being rotated.",
    "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=",
  ),
  EventId: header("x-event-id", "The event's id, as the body has it.", eventId),
};

/** What comes with events, one schema for each kind of record. */
export function webhookSchemas(): Record<string, JsonSchema> {
  return Object.fromEntries(eventNouns.map((noun) => [schemaName(noun), envelopeOf(noun)]));
}

/** What Berth sends to the endpoints of an organization, by event, as OpenAPI's `webhooks`. */
export function webhooks(): Record<string, unknown> {
  return Object.fromEntries(
    eventNouns.flatMap((noun) => noun.verbs.map((verb) => [`${noun.noun}.${verb}`, webhookOf(noun, verb)])),
  );
}

function webhookOf(noun: EventNoun, verb: string) {
  const type = `${noun.noun}.${verb}`;
  const also = karrioNames[type];
  return {
    post: {
      operationId: `webhook.${type}`,
      tags: ["webhooks"],
      summary: `${noun.words}: ${verb.replaceAll("_", " ")}`,
      description: `${whenOf(type)} Sent to endpoints that ask for \`${type}\`${also ? `, or for \`${also}\`, which \`event\` then says` : ""}. Whoever made the endpoint needs the permission \`${noun.permission}\`.`,
      security: [],
      parameters: Object.keys(webhookParameters).map((name) => ref(name, "parameters")),
      requestBody: {
        required: true,
        description: "The event.",
        content: { "application/json": { schema: ref(schemaName(noun)), example: exampleOf(type) } },
      },
      responses: {
        "2XX": { description: "You have it. Answer within 15 seconds, before you work on it." },
        "410": { description: "Nothing is sent there any more: the endpoint is disabled." },
        "4XX": { description: "It is tried again, ten times over about three days, as after an answer of 3xx or 5xx." },
      },
    },
  };
}

function exampleOf(type: string) {
  return {
    event: type,
    data: sampleOf(type),
    id: eventId,
    organization_id: "org_01h2xcejqtf2nbrexx3vqjhp41",
    created_at: "2026-11-21T09:30:00.000Z",
    test_mode: false,
  };
}

function envelopeOf(noun: EventNoun): JsonSchema {
  const types = noun.verbs.map((verb) => `${noun.noun}.${verb}`);
  const data = schemaOf("", sampleOf(types[0] ?? ""));
  const operation = aboutOf[noun.noun] ?? `${noun.of}.event`;
  const names = types.flatMap((type) => [type, ...(karrioNames[type] ? [karrioNames[type]] : [])]);
  return {
    type: "object",
    properties: {
      event: text("What happened, as the endpoint calls it.", { enum: names }),
      data: { ...described(data, operation), type: "object", description: "The record, as it stood then." },
      id: text("The event's id. An event may come twice: do what it asks once."),
      organization_id: text("The organization that it happened in."),
      created_at: text("When it happened.", { format: "date-time" }),
      test_mode: { type: "boolean", description: "Whether it is about a test record." },
    },
    required: ["event", "data", "id", "organization_id", "created_at", "test_mode"],
  };
}

/** The schema of what a sample shows. A field may be empty in another event. */
function schemaOf(name: string, sample: unknown): JsonSchema {
  const type = (one: string, more: object = {}) =>
    ({ type: sure.has(name) ? one : [one, "null"], ...more }) as unknown as JsonSchema; // several types are JSON Schema too
  if (name.endsWith("_at")) return type("string", { format: "date-time" });
  if (references.has(name)) return objectOf(type, { id: "", name: "" });
  if (typeof sample === "number" || name.endsWith("_days")) return type("number");
  if (typeof sample === "boolean") return type("boolean");
  if (Array.isArray(sample)) return type("array", { items: schemaOf("", sample[0] ?? "") });
  if (name === "scopes") return type("object", { additionalProperties: { type: "string" } });
  return sample !== null && typeof sample === "object" ? objectOf(type, sample) : type("string");
}

function objectOf(type: (one: string, more: object) => JsonSchema, sample: object): JsonSchema {
  const properties = Object.fromEntries(Object.entries(sample).map(([name, value]) => [name, schemaOf(name, value)]));
  return type("object", { properties });
}

function schemaName({ noun }: EventNoun): string {
  const pascal = noun.replace(/(^|_)([a-z])/g, (_all, _mark, letter: string) => letter.toUpperCase());
  return `${pascal}Event`;
}
