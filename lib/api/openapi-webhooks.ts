/** What Berth sends to the endpoints of an organization, by event, as OpenAPI's `webhooks`. */
export const webhooks: Record<string, unknown> = {};
