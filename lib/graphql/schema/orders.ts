/** Orders (API.md 4.7). */
export const ordersSchema = /* GraphQL */ `
extend type Query {
  order(id: String!): OrderType
  orders(filter: OrderFilter): OrderTypeConnection!
}

extend type Mutation {
  create_order(input: CreateOrderMutationInput!): CreateOrderMutation!
  update_order(input: UpdateOrderMutationInput!): UpdateOrderMutation!
  delete_order(input: DeleteMutationInput!): DeleteMutation!
}

input CreateOrderMutationInput {
  line_items: [CommodityInput!]!
  order_id: String
  order_date: String
  customer_id: String
  source: String
  "May be left out here: an order may name a customer alone."
  shipping_to: AddressInput
  shipping_from: AddressInput
  billing_address: AddressInput
  metadata: JSON
  options: JSON
}

input UpdateOrderMutationInput {
  id: String!
  line_items: [UpdateCommodityInput!]
  order_id: String
  order_date: String
  customer_id: String
  shipping_to: UpdateAddressInput
  shipping_from: UpdateAddressInput
  billing_address: UpdateAddressInput
  metadata: JSON
  options: JSON
}

"The lines of an order are given whole: whatever is left out of one is empty."
input UpdateCommodityInput {
  id: String
  weight: Float
  weight_unit: WeightUnitEnum
  quantity: Int = 1
  sku: String
  title: String
  hs_code: String
  description: String
  value_amount: Float
  origin_country: CountryCodeEnum
  value_currency: CurrencyCodeEnum
  metadata: JSON
  parent_id: String
}

input CommodityInput {
  weight: Float
  weight_unit: WeightUnitEnum
  quantity: Int = 1
  sku: String
  title: String
  hs_code: String
  description: String
  value_amount: Float
  origin_country: CountryCodeEnum
  value_currency: CurrencyCodeEnum
  metadata: JSON
  parent_id: String
}

input AddressInput {
  country_code: CountryCodeEnum
  postal_code: String
  city: String
  person_name: String
  company_name: String
  email: String
  phone_number: String
  state_code: String
  residential: Boolean
  street_number: String
  address_line1: String
  address_line2: String
  federal_tax_id: String
  state_tax_id: String
  validate_location: Boolean
}

type CreateOrderMutation {
  errors: [ErrorType!]
  order: OrderType
}

type UpdateOrderMutation {
  errors: [ErrorType!]
  order: OrderType
}

extend type OrganizationType {
  orders(filter: OrderFilter): [OrderType!]
}

type OrderTypeConnection {
  page_info: PageInfo!
  edges: [OrderTypeEdge!]!
}

type OrderTypeEdge {
  node: OrderType!
  cursor: String!
}

type OrderType {
  id: String!
  object_type: String!
  order_id: String!
  source: String!
  metadata: JSON!
  options: JSON!
  meta: JSON!
  status: OrderStatus!
  test_mode: Boolean!
  created_at: DateTime!
  updated_at: DateTime!
  created_by: UserType
  request_id: String
  shipping_to: AddressType
  shipping_from: AddressType
  billing_address: AddressType
  line_items: [LineItemType!]!
  shipments: [ShipmentType!]!
  created: DateTime!
  customer: RecordReference
  currency: String
  total: Float
  notes: String
}

type LineItemType {
  object_type: String!
  id: String
  quantity: Int!
  weight: Float!
  metadata: JSON
  sku: String
  title: String
  hs_code: String
  description: String
  value_amount: Float
  weight_unit: WeightUnitEnum
  origin_country: CountryCodeEnum
  value_currency: CurrencyCodeEnum
  created_at: DateTime
  updated_at: DateTime
  created_by: UserType
  parent_id: String
  unfulfilled_quantity: Int
  parent: CommodityType
}

type CommodityType {
  id: String
  title: String
  sku: String
}

input OrderFilter {
  offset: Int
  first: Int
  id: [String!]
  keyword: String
  source: [String!]
  order_id: [String!]
  option_key: [String!]
  address: [String!]
  option_value: [String!]
  metadata_key: [String!]
  metadata_value: [String!]
  status: [OrderStatus!]
  request_id: String
}

enum OrderStatus { unfulfilled cancelled fulfilled delivered partial }
`;
