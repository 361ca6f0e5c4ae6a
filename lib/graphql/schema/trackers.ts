/** Trackers (API.md 4.7): here a shipment that has a tracking number. */
export const trackersSchema = /* GraphQL */ `
extend type Query {
  tracker(id: String!): TrackerType
  trackers(filter: TrackerFilter): TrackerTypeConnection!
}

extend type OrganizationType {
  trackers(filter: TrackerFilter): [TrackerType!]
}

extend type ShipmentType {
  tracker: TrackerType
}

type TrackerType {
  id: String!
  object_type: String!
  tracking_number: String!
  test_mode: Boolean!
  metadata: JSON!
  status: TrackerStatusEnum!
  delivered: Boolean
  estimated_delivery: Date
  document_image_url: String
  signature_image_url: String
  options: JSON
  meta: JSON
  shipment: ShipmentType
  is_archived: Boolean!
  archived_at: DateTime
  created: DateTime!
  created_at: DateTime!
  updated_at: DateTime!
  created_by: UserType
  request_id: String
  carrier_id: String
  carrier_name: String
  info: TrackingInfoType
  events: [TrackingEventType!]!
  messages: [MessageType!]!
  tracking_carrier: CarrierSnapshotType
}

type TrackingInfoType {
  order_id: String
  note: String
  package_weight: String
  package_weight_unit: String
  shipment_service: String
  shipment_origin_country: String
  shipment_destination_country: String
}

type TrackingEventType {
  date: String
  time: String
  timestamp: DateTime
  code: String
  description: String
  location: String
  status: TrackerStatusEnum
}

type TrackerTypeConnection {
  page_info: PageInfo!
  edges: [TrackerTypeEdge!]!
}

type TrackerTypeEdge {
  node: TrackerType!
  cursor: String!
}

input TrackerFilter {
  offset: Int
  first: Int
  tracking_number: String
  created_after: String
  created_before: String
  carrier_name: [String!]
  status: [String!]
  keyword: String
  request_id: String
  is_archived: Boolean
}

enum TrackerStatusEnum {
  pending picked_up unknown on_hold cancelled delivered in_transit delivery_delayed out_for_delivery ready_for_pickup
  delivery_failed return_to_sender
}
`;
