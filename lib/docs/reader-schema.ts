export type Reader = { email: string; organizations: { id: string; name: string; keys: string }[] };

/**
 * What the key of the quick start may do: read members, decide on requests, have webhooks, and work with records. Whoever
 * lets somebody in gives them a role, and nobody gives what they do not hold: so it holds what members do.
 */
export const quickStartScopes = {
  members: "read",
  registrations: "write",
  webhooks: "write",
  events: "read",
  shipments: "write",
  orders: "write",
  customers: "write",
  addresses: "write",
  assets: "write",
  pieces: "write",
  templates: "write",
} as const;
