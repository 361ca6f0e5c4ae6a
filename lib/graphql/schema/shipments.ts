/** Shipments as clients of this interface read them (API.md 4.7). */
export const shipmentsSchema = /* GraphQL */ `
extend type Query {
  shipment(id: String!): ShipmentType
  shipments(filter: ShipmentFilter): ShipmentTypeConnection!
}

extend type Mutation {
  change_shipment_status(input: ChangeShipmentStatusMutationInput!): ChangeShipmentStatusMutation!
}

input ChangeShipmentStatusMutationInput {
  id: String!
  status: ShipmentStatusEnum!
  note: String
}

type ChangeShipmentStatusMutation {
  errors: [ErrorType!]
  shipment: ShipmentType
}

extend type OrganizationType {
  shipments(filter: ShipmentFilter): [ShipmentType!]
}

type ShipmentTypeConnection {
  page_info: PageInfo!
  edges: [ShipmentTypeEdge!]!
}

type ShipmentTypeEdge {
  node: ShipmentType!
  cursor: String!
}

type ShipmentType {
  id: String!
  object_type: String!
  test_mode: Boolean!
  options: JSON!
  metadata: JSON!
  status: ShipmentStatusEnum!
  meta: JSON
  label_type: LabelTypeEnum
  tracking_number: String
  shipment_identifier: String
  tracking_url: String
  reference: String
  order_id: String
  services: [String!]
  service: String
  selected_rate_id: String
  tracker_id: String
  label_url: String
  invoice_url: String
  is_return: Boolean
  is_archived: Boolean!
  archived_at: DateTime
  created_at: DateTime!
  updated_at: DateTime!
  created_by: UserType
  request_id: String
  shipper: AddressType!
  recipient: AddressType!
  return_address: AddressType
  billing_address: AddressType
  customs: CustomsType
  carrier_id: String
  carrier_name: String
  carrier_ids: [String!]!
  parcels: [ParcelType!]!
  rates: [RateType!]!
  selected_rate: RateType
  selected_rate_carrier: CarrierSnapshotType
  payment: PaymentType
  return_shipment: ReturnShipmentType
  messages: [MessageType!]!
  created: DateTime!
  price: Float
  currency: String
}

type RateType {
  id: String
  object_type: String
  carrier_name: String
  carrier_id: String
  service: String
  test_mode: Boolean
  total_charge: Float
  currency: CurrencyCodeEnum
  transit_days: Int
  meta: JSON
}

type CarrierSnapshotType { carrier_id: String carrier_name: String }
type PaymentType { account_number: String paid_by: String currency: CurrencyCodeEnum }
type CustomsType { content_type: String invoice: String invoice_date: String incoterm: String certify: Boolean }
type ReturnShipmentType { tracking_number: String shipment_identifier: String label_url: String }
type MessageType { carrier_name: String carrier_id: String message: String code: String details: JSON }

input ShipmentFilter {
  offset: Int
  first: Int
  keyword: String
  address: String
  id: [String!]
  created_after: String
  created_before: String
  carrier_name: [String!]
  reference: String
  order_id: String
  service: [String!]
  status: [ShipmentStatusEnum!]
  option_key: String
  option_value: JSON
  metadata_key: String
  metadata_value: JSON
  meta_key: String
  meta_value: JSON
  has_tracker: Boolean
  has_manifest: Boolean
  is_return: Boolean
  request_id: String
  is_archived: Boolean
}

enum ShipmentStatusEnum { draft created cancelled shipped in_transit delivered needs_attention out_for_delivery delivery_failed }
`;
