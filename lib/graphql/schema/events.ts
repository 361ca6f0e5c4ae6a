/** Events of the last 30 days (API.md 4.7). */
export const eventsSchema = /* GraphQL */ `
extend type Query {
  event(id: String!): EventType
  events(filter: EventFilter): EventTypeConnection!
}

type EventType {
  object_type: String!
  id: String!
  test_mode: Boolean
  pending_webhooks: Int
  "The name that Karrio has for it; null where it has none."
  type: EventTypes
  "Our name: noun.verb."
  name: String!
  created: DateTime
  created_at: DateTime
  updated_at: DateTime
  created_by: UserType
  request_id: String
  data: JSON
  status: String!
}

input EventFilter {
  offset: Int
  first: Int
  entity_id: String
  type: [EventTypes!]
  date_after: DateTime
  date_before: DateTime
  keyword: String
}

type EventTypeConnection {
  page_info: PageInfo!
  edges: [EventTypeEdge!]!
}

type EventTypeEdge {
  node: EventType!
  cursor: String!
}

enum EventTypes {
  all shipment_purchased shipment_cancelled shipment_fulfilled shipment_out_for_delivery shipment_needs_attention
  shipment_delivery_failed tracker_created tracker_updated pickup_scheduled pickup_cancelled pickup_closed order_created
  order_updated order_fulfilled order_cancelled order_delivered batch_queued batch_failed batch_running batch_completed
}
`;
