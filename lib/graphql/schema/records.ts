/** Plain records under the names that clients know, and those that only we have (API.md 4.7, 4.12). */
export const recordsSchema = /* GraphQL */ `
extend type Query {
  address(id: String!): AddressType
  addresses(filter: AddressFilter): AddressTypeConnection!
  parcel(id: String!): ParcelType
  parcels(filter: RecordFilter): ParcelTypeConnection!
  product(id: String!): ProductType
  products(filter: RecordFilter): ProductTypeConnection!
  carrier_connection(id: String!): CarrierConnectionType
  carrier_connections(filter: CarrierFilter): CarrierConnectionTypeConnection!
  document_template(id: String!): DocumentTemplateType
  document_templates(filter: DocumentTemplateFilter): DocumentTemplateTypeConnection!
  customer(id: String!): CustomerType
  customers(filter: RecordFilter): CustomerTypeConnection!
  asset(id: String!): AssetType
  assets(filter: RecordFilter): AssetTypeConnection!
}

extend type OrganizationType {
  addresses(filter: AddressFilter): [AddressType!]
  parcels(filter: RecordFilter): [ParcelType!]
  products(filter: RecordFilter): [ProductType!]
  carrier_connections(filter: CarrierFilter): [CarrierConnectionType!]
  document_templates(filter: DocumentTemplateFilter): [DocumentTemplateType!]
  customers(filter: RecordFilter): [CustomerType!]
  assets(filter: RecordFilter): [AssetType!]
}

extend type Mutation {
  create_address(input: CreateAddressInput!): CreateAddressMutation!
  update_address(input: UpdateAddressInput!): UpdateAddressMutation!
  delete_address(input: DeleteMutationInput!): DeleteMutation!
  create_parcel(input: CreateParcelInput!): CreateParcelMutation!
  update_parcel(input: UpdateParcelInput!): UpdateParcelMutation!
  delete_parcel(input: DeleteMutationInput!): DeleteMutation!
  create_product(input: CreateProductInput!): CreateProductMutation!
  update_product(input: UpdateProductInput!): UpdateProductMutation!
  delete_product(input: DeleteMutationInput!): DeleteMutation!
  create_carrier_connection(input: CreateCarrierConnectionMutationInput!): CreateCarrierConnectionMutation!
  update_carrier_connection(input: UpdateCarrierConnectionMutationInput!): UpdateCarrierConnectionMutation!
  delete_carrier_connection(input: DeleteMutationInput!): DeleteMutation!
  create_document_template(input: CreateDocumentTemplateMutationInput!): CreateDocumentTemplateMutation!
  update_document_template(input: UpdateDocumentTemplateMutationInput!): UpdateDocumentTemplateMutation!
  delete_document_template(input: DeleteMutationInput!): DeleteMutation!
}

input RecordFilter { offset: Int first: Int keyword: String }
input AddressFilter { offset: Int first: Int keyword: String address: String }
input CarrierFilter {
  offset: Int first: Int active: Boolean metadata_key: String metadata_value: String carrier_name: [String!]
}
input DocumentTemplateFilter { offset: Int first: Int name: String related_object: String active: Boolean }

type AddressType {
  id: String
  object_type: String
  postal_code: String
  city: String
  federal_tax_id: String
  state_tax_id: String
  person_name: String
  company_name: String
  country_code: CountryCodeEnum
  email: String
  phone_number: String
  state_code: String
  residential: Boolean
  street_number: String
  address_line1: String
  address_line2: String
  created_at: DateTime
  updated_at: DateTime
  created: DateTime
  created_by: UserType
  validate_location: Boolean
  validation: JSON
  status: String
  customer: RecordReference
}

input CreateAddressInput {
  country_code: CountryCodeEnum postal_code: String city: String federal_tax_id: String state_tax_id: String
  person_name: String company_name: String email: String phone_number: String state_code: String residential: Boolean
  street_number: String address_line1: String address_line2: String validate_location: Boolean customer_id: String
}
"What is left out stays as it is. Within an order it has no id of its own."
input UpdateAddressInput {
  id: String country_code: CountryCodeEnum postal_code: String city: String federal_tax_id: String
  state_tax_id: String person_name: String company_name: String email: String phone_number: String state_code: String
  residential: Boolean street_number: String address_line1: String address_line2: String validate_location: Boolean
  customer_id: String
}
type CreateAddressMutation { errors: [ErrorType!] address: AddressType }
type UpdateAddressMutation { errors: [ErrorType!] address: AddressType }

type ParcelType {
  id: String
  object_type: String
  weight: Float
  width: Float
  height: Float
  length: Float
  packaging_type: String
  package_preset: String
  description: String
  content: String
  is_document: Boolean
  weight_unit: WeightUnitEnum
  dimension_unit: DimensionUnitEnum
  reference_number: String
  items: [LineItemType!]
  options: JSON
  created_at: DateTime
  updated_at: DateTime
  created: DateTime
  created_by: UserType
  status: String
}

input CreateParcelInput {
  weight: Float width: Float! height: Float! length: Float! package_preset: String description: String
  weight_unit: WeightUnitEnum dimension_unit: DimensionUnitEnum
}
input UpdateParcelInput {
  id: String! weight: Float width: Float height: Float length: Float package_preset: String description: String
  weight_unit: WeightUnitEnum dimension_unit: DimensionUnitEnum
}
type CreateParcelMutation { errors: [ErrorType!] parcel: ParcelType }
type UpdateParcelMutation { errors: [ErrorType!] parcel: ParcelType }

type ProductType {
  id: String!
  object_type: String!
  title: String
  sku: String
  description: String
  hs_code: String
  weight: Float
  weight_unit: WeightUnitEnum
  value_amount: Float
  value_currency: CurrencyCodeEnum
  origin_country: CountryCodeEnum
  active: Boolean!
  metadata: JSON
  created: DateTime!
  created_at: DateTime!
  updated_at: DateTime!
  status: String!
}

input CreateProductInput {
  title: String! sku: String! description: String hs_code: String weight: Float weight_unit: WeightUnitEnum
  value_amount: Float value_currency: CurrencyCodeEnum origin_country: CountryCodeEnum active: Boolean
}
input UpdateProductInput {
  id: String! title: String sku: String description: String hs_code: String weight: Float weight_unit: WeightUnitEnum
  value_amount: Float value_currency: CurrencyCodeEnum origin_country: CountryCodeEnum active: Boolean
}
type CreateProductMutation { errors: [ErrorType!] product: ProductType }
type UpdateProductMutation { errors: [ErrorType!] product: ProductType }

type CarrierConnectionType {
  id: String!
  carrier_id: String!
  carrier_code: String!
  carrier_name: String!
  display_name: String!
  active: Boolean!
  test_mode: Boolean!
  capabilities: [String!]!
  credentials: JSON!
  account_country_code: String
  metadata: JSON
  config: JSON
  created: DateTime!
  created_at: DateTime!
  updated_at: DateTime!
  status: String!
}

input CreateCarrierConnectionMutationInput {
  carrier_name: String! carrier_id: String! credentials: JSON! active: Boolean test_mode: Boolean account_number: String
}
input UpdateCarrierConnectionMutationInput {
  id: String! carrier_id: String credentials: JSON active: Boolean account_number: String
}
type CreateCarrierConnectionMutation { errors: [ErrorType!] connection: CarrierConnectionType }
type UpdateCarrierConnectionMutation { errors: [ErrorType!] connection: CarrierConnectionType }

type DocumentTemplateType {
  id: String!
  object_type: String!
  slug: String!
  name: String!
  template: String
  related_object: String!
  active: Boolean!
  created: DateTime!
  created_at: DateTime!
  updated_at: DateTime!
  status: String!
}

input CreateDocumentTemplateMutationInput { slug: String name: String! template: String! related_object: String! active: Boolean }
input UpdateDocumentTemplateMutationInput { id: String! slug: String name: String template: String related_object: String active: Boolean }
type CreateDocumentTemplateMutation { errors: [ErrorType!] template: DocumentTemplateType }
type UpdateDocumentTemplateMutation { errors: [ErrorType!] template: DocumentTemplateType }

type CustomerType {
  id: String!
  object_type: String!
  name: String!
  kind: String!
  email: String
  phone: String
  tax_id: String
  notes: String
  created: DateTime!
  created_at: DateTime!
  updated_at: DateTime!
  status: String!
}

type AssetType {
  id: String!
  object_type: String!
  name: String!
  code: String!
  kind: String!
  serial: String
  notes: String
  branch: RecordReference
  created: DateTime!
  created_at: DateTime!
  updated_at: DateTime!
  status: String!
}

${[
  "AddressType",
  "ParcelType",
  "ProductType",
  "CarrierConnectionType",
  "DocumentTemplateType",
  "CustomerType",
  "AssetType",
]
  .map(
    (name) => `type ${name}Connection { page_info: PageInfo! edges: [${name}Edge!]! }
type ${name}Edge { node: ${name}! cursor: String! }`,
  )
  .join("\n")}
`;
