import { organizationId } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { makeRecord, resourceNamed } from "@/lib/testing/resource-cases";
import { makeWebhook } from "@/lib/testing/webhooks";
import { testPassword } from "@/lib/testing/world";
import type { Listed } from "./dashboard-world";

const errors = "errors { field messages }";
const address = `id object_type person_name company_name address_line1 address_line2 street_number city state_code postal_code
  country_code phone_number email residential validate_location federal_tax_id state_tax_id`;
const place = (person_name: string) => ({
  ...{ person_name, company_name: null, address_line1: "Kaai", street_number: "1", city: "Gent", postal_code: "9000" },
  ...{
    country_code: "BE",
    state_code: null,
    residential: false,
    validate_location: false,
    email: null,
    phone_number: null,
  },
});

/** What it sends about settings, keys, webhooks and records, and the guide's documents about them. */
export const recordDocuments: Listed[] = [
  {
    name: "GetToken",
    document: "query GetToken($org_id: String) { token(org_id: $org_id) { key created } }",
    variables: ({ own }) => ({ org_id: organizationId(own) }),
  },
  {
    name: "GetWorkspaceConfig",
    document: `query GetWorkspaceConfig { workspace_config { object_type default_currency default_country_code default_weight_unit
      default_dimension_unit state_tax_id federal_tax_id default_label_type customs_aes customs_eel_pfc customs_license_number
      customs_certificate_number customs_nip_number customs_eori_number customs_vat_registration_number insured_by_default } }`,
  },
  {
    name: "GetAPIKeys",
    document: "query GetAPIKeys { api_keys { object_type key label test_mode created permissions } }",
  },
  {
    name: "create_api_key",
    document: `mutation create_api_key($data: CreateAPIKeyMutationInput!) { create_api_key(input: $data) { api_key { key label permissions } ${errors} } }`,
    variables: ({ own }) => ({
      data: {
        password: testPassword,
        label: "Shop",
        permissions: ["manage_shipments"],
        organization: organizationId(own),
      },
    }),
  },
  {
    name: "delete_api_key",
    document: `mutation delete_api_key($data: DeleteAPIKeyMutationInput!) { delete_api_key(input: $data) { label ${errors} } }`,
    variables: async ({ own }) => ({ data: { password: testPassword, key: await createKey(own) } }),
  },
  {
    name: "update_workspace_config",
    document: `mutation update_workspace_config($data: WorkspaceConfigMutationInput!) { update_workspace_config(input: $data) { workspace_config { object_type default_currency } ${errors} } }`,
    variables: () => ({ data: { default_currency: "CHF", default_weight_unit: "KG" } }),
  },
  {
    name: "mutate_token",
    document: `mutation mutate_token($data: TokenMutationInput!) { mutate_token(input: $data) { token { key } ${errors} } }`,
    variables: async ({ own }) => ({ data: { key: await createKey(own), password: testPassword, refresh: true } }),
  },
  {
    name: "create_webhook",
    document: `mutation create_webhook($data: CreateWebhookMutationInput!) { create_webhook(input: $data) { webhook { id url secret disabled enabled_events } ${errors} } }`,
    variables: () => ({
      data: {
        url: "https://example.com/hooks",
        enabled_events: ["order_created", "shipment_purchased"],
        ...{ description: "Warehouse", disabled: false, password: testPassword },
      },
    }),
  },
  {
    name: "update_webhook",
    document: `mutation update_webhook($data: UpdateWebhookMutationInput!) { update_webhook(input: $data) { webhook { id disabled enabled_events } ${errors} } }`,
    variables: async ({ own }) => ({
      data: { id: await makeWebhook(own), enabled_events: ["all"], disabled: true, password: testPassword },
    }),
  },
  {
    name: "delete_webhook",
    document: `mutation delete_webhook($data: DeleteMutationInput!) { delete_webhook(input: $data) { id ${errors} } }`,
    variables: async ({ own }) => ({ data: { id: await makeWebhook(own) } }),
  },
  {
    name: "get_webhooks",
    document: `query get_webhooks($filter: WebhookFilter) { webhooks(filter: $filter) { page_info { count has_next_page } edges { node {
      object_type id url secret disabled test_mode description enabled_events last_event_at created_at updated_at created_by { email full_name } } cursor } } }`,
    variables: () => ({ filter: { disabled: false, first: 20 } }),
  },
  {
    name: "get_trackers",
    document: `query get_trackers($filter: TrackerFilter) { trackers(filter: $filter) { page_info { count } edges { node {
      id tracking_number status delivered carrier_name info { order_id note } events { date time code description } shipment { id tracker { id } }
      messages { code } metadata options meta created_at } } } }`,
    variables: () => ({ filter: { status: ["pending", "delivered"] } }),
  },
  {
    name: "create_order",
    document: `mutation create_order($data: CreateOrderMutationInput!) { create_order(input: $data) { order { id order_id
      shipping_to { ${address} } shipping_from { ${address} } billing_address { ${address} } line_items { title quantity } } ${errors} } }`,
    variables: () => ({
      data: {
        shipping_to: place("Rita Claes"),
        ...{ shipping_from: place("Ada Berg"), billing_address: place("Claes NV"), order_date: "2026-11-21" },
        line_items: [
          { title: "Crate", quantity: 2, weight: 1.5, weight_unit: "KG", value_amount: 12.5, value_currency: "EUR" },
        ],
      },
    }),
  },
  {
    name: "update_order",
    document: `mutation update_order($data: UpdateOrderMutationInput!) { update_order(input: $data) { order { id shipping_to { ${address} } } ${errors} } }`,
    variables: async ({ own }) => ({
      data: { id: await makeRecord(own, resourceNamed("orders")), shipping_to: { city: "Gent", postal_code: "9000" } },
    }),
  },
  {
    name: "guide: resources of an organization",
    document: `query Resources($id: String!, $type: String!) { organization(id: $id) {
      shipments { id created status } orders { id created status } addresses { id created status } parcels { id created status }
      products { id created status } carrier_connections { id created status } document_templates { id created status }
      customers { id created status } assets { id created status } } }`,
    variables: ({ own }) => ({ id: organizationId(own) }),
  },
  {
    name: "guide: user and organizations",
    document: "{ user { id organizations { id name current_user { roles } } } workspace_config { default_currency } }",
  },
  {
    name: "guide: usage",
    document: `{ organizations { usage { members total_shipments total_shipping_spend api_requests { period count } } } }`,
  },
  {
    name: "resources as connections",
    document: `{ shipments { page_info { count } edges { node { id shipper { city } recipient { country_code } parcels { weight weight_unit } } cursor } }
      orders { page_info { count } edges { node { order_id line_items { title quantity value_amount } shipments { id } } } }
      addresses { page_info { count } edges { node { id person_name city country_code } } } parcels { edges { node { length dimension_unit } } }
      products { edges { node { title sku value_amount value_currency } } } carrier_connections { edges { node { carrier_name credentials config } } }
      document_templates { edges { node { name template } } } customers { edges { node { name kind } } } assets { edges { node { code } } }
      events(filter: { type: [order_created] }) { edges { node { id type name data created_at } } }
      auditlogs(filter: { first: 3 }) { page_info { has_next_page } edges { node { action object_str created } } } }`,
  },
];
