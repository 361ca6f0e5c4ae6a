/** Each setting: they are read and written under the same names. */
const settings = `
  default_currency: CurrencyCodeEnum
  default_country_code: CountryCodeEnum
  default_weight_unit: WeightUnitEnum
  default_dimension_unit: DimensionUnitEnum
  state_tax_id: String
  federal_tax_id: String
  default_label_type: LabelTypeEnum
  insured_by_default: Boolean
  customs_aes: String
  customs_eel_pfc: String
  customs_license_number: String
  customs_certificate_number: String
  customs_nip_number: String
  customs_eori_number: String
  customs_vat_registration_number: String
  label_message_1: String
  label_message_2: String
  label_message_3: String
  label_logo: String
  print_label_size: LabelSizeEnum
  print_label_show_options: Boolean
  print_return_label_size: LabelSizeEnum
  print_return_label_show_options: Boolean
  print_customs_size: LabelSizeEnum
  print_customs_show_options: Boolean
  print_customs_with_label: Boolean
  print_customs_copies: Int
  default_parcel_weight: Float
  default_shipping_service: String
  default_shipping_carrier: String
  default_export_reason: ExportReasonEnum
  default_delivery_instructions: String
  label_show_postage_paid_logo: Boolean
  label_show_qr_code: Boolean
  customs_use_order_as_invoice: Boolean
  pref_first_mile: [FirstMileEnum!]
  pref_last_mile: [LastMileEnum!]
  pref_form_factor: [FormFactorEnum!]
  pref_age_check: AgeCheckEnum
  pref_signature_required: Boolean
  pref_max_lead_time_days: Int
  shipping_app_test_mode: Boolean
`;

/** The workspace configuration (API.md 4.6). */
export const workspaceSchema = /* GraphQL */ `
extend type Query {
  workspace_config: WorkspaceConfigType
}

extend type Mutation {
  update_workspace_config(input: WorkspaceConfigMutationInput!): WorkspaceConfigMutation!
}

type WorkspaceConfigType {
  object_type: String!
${settings}}

input WorkspaceConfigMutationInput {${settings}  organization_id: String
}

type WorkspaceConfigMutation {
  errors: [ErrorType!]
  workspace_config: WorkspaceConfigType
}
`;
