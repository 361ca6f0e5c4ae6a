import type { Permission } from "@/lib/access/permissions";
import type { Resource } from "@/lib/resource/declaration";
import { resources } from "@/lib/resources";

/** What events tell of. `permission`: who may see what they carry; `guard.event_nouns` says the same. */
export type EventNoun = {
  noun: string;
  /** The table. */
  of: string;
  /** How ids of its records begin; an entry of the trail has a number. */
  prefix?: string;
  permission: Permission;
  words: string;
  verbs: readonly string[];
  resource?: Resource;
};

const plain = ["created", "updated", "deleted"] as const;

const written: EventNoun[] = [
  {
    noun: "shipment",
    of: "shipments",
    prefix: "shp",
    permission: "shipments.view",
    words: "Shipments",
    verbs: [
      ...["created", "updated", "ready", "picked_up", "in_transit", "out_for_delivery", "delivered"],
      ...["needs_attention", "delivery_failed", "cancelled", "deleted"],
    ],
  },
  {
    noun: "member",
    of: "memberships",
    prefix: "mem",
    permission: "members.view",
    words: "Members",
    verbs: ["joined", "updated", "role_changed", "suspended", "restored", "removed"],
  },
  {
    noun: "registration",
    of: "registration_requests",
    prefix: "reg",
    permission: "registrations.view",
    words: "Registrations",
    verbs: ["requested", "updated", "approved", "rejected", "withdrawn", "lapsed", "taken_back", "joined"],
  },
  {
    noun: "invitation",
    of: "invitations",
    prefix: "inv",
    permission: "invitations.view",
    words: "Invitations",
    verbs: ["created", "updated", "resent", "accepted", "revoked", "deleted"],
  },
  { noun: "role", of: "roles", prefix: "rol", permission: "roles.view", words: "Roles", verbs: plain },
  {
    noun: "key",
    of: "api_keys",
    prefix: "apk",
    permission: "keys.view",
    words: "API keys",
    verbs: ["created", "updated", "rotated", "revoked"],
  },
  {
    noun: "ownership",
    of: "ownership_transfers",
    prefix: "otr",
    permission: "members.view",
    words: "Ownership",
    verbs: ["offered", "accepted", "declined", "cancelled", "deleted"],
  },
  {
    noun: "organization",
    of: "organizations",
    prefix: "org",
    permission: "organization.view",
    words: "Organization",
    verbs: ["created", "updated", "suspended", "restored", "deleted"],
  },
  {
    noun: "webhook",
    of: "webhook_endpoints",
    prefix: "whk",
    permission: "webhooks.view",
    words: "Webhooks",
    verbs: ["test"],
  },
  {
    noun: "settings",
    of: "organizations",
    prefix: "org",
    permission: "settings.view",
    words: "Settings",
    verbs: ["updated"],
  },
  {
    noun: "audit",
    of: "entries",
    permission: "audit.view",
    words: "Audit trail",
    verbs: ["refused", "exported", "downloaded", "visited", "recorded"],
  },
];

const more: Record<string, readonly string[]> = { orders: ["confirmed", "fulfilled", "cancelled"] };

const declared = resources.map(
  (resource): EventNoun => ({
    noun: singular(resource.name),
    of: resource.name,
    prefix: resource.prefix,
    permission: resource.permissions.view,
    words: resource.words.many.charAt(0).toUpperCase() + resource.words.many.slice(1),
    verbs: [...plain, ...(more[resource.name] ?? [])],
    resource,
  }),
);

export const eventNouns: EventNoun[] = [...declared.slice(0, 1), ...written, ...declared.slice(1)];

const byNoun = new Map(eventNouns.map((each) => [each.noun, each]));

/** What an event of this type tells of. */
export function nounOf(type: string): EventNoun | undefined {
  return byNoun.get(type.slice(0, type.indexOf(".")));
}

export const eventTypes: string[] = eventNouns.flatMap(({ noun, verbs }) => verbs.map((verb) => `${noun}.${verb}`));

/** Names that Karrio has for some of them (API.md, 4.7); an endpoint may ask for either. */
export const karrioNames: Record<string, string> = {
  "shipment.ready": "shipment_purchased",
  "shipment.cancelled": "shipment_cancelled",
  "shipment.delivered": "shipment_fulfilled",
  "shipment.out_for_delivery": "shipment_out_for_delivery",
  "shipment.needs_attention": "shipment_needs_attention",
  "shipment.delivery_failed": "shipment_delivery_failed",
  "order.created": "order_created",
  "order.updated": "order_updated",
  "order.fulfilled": "order_fulfilled",
  "order.cancelled": "order_cancelled",
};

function singular(name: string): string {
  return name.slice(0, /(?:s|ch)es$/.test(name) ? -2 : -1);
}
