import { sql } from "drizzle-orm";
import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { requestAddressChange, requestReset } from "@/lib/accounts/operations";
import { encodeId } from "@/lib/ids";
import { inviteMembers } from "@/lib/invitations/operations";
import { setShipmentStatus } from "@/lib/shipments/operations";
import { type Asked, accessToken, graphql, organizationId, serveGraphql } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { mailedToken, sentMails } from "@/lib/testing/mails";
import { makeRecord, resourceNamed } from "@/lib/testing/resource-cases";
import { makeWebhook } from "@/lib/testing/webhooks";
import { makeShipment } from "@/lib/testing/work-records";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  guard,
  type Organization,
  type Person,
  publicHandle,
  testPassword,
  unique,
} from "@/lib/testing/world";
import { answersOtherwise, notServed } from "./differences";
import type { Reader } from "./reader";
import { schema } from "./schema";

serveGraphql();

const roots = {
  Query:
    "user token api_keys workspace_config system_usage user_connections system_connections default_templates addresses address parcels parcel products product log logs tracing_record tracing_records shipment shipments tracker trackers rate_sheet rate_sheets manifest manifests pickup pickups carrier_connection carrier_connections metafield metafields oauth_app oauth_apps app_installation app_installations app_installation_by_app_id auditlog auditlogs workflow workflows scheduled_workflows workflow_action workflow_actions workflow_connection workflow_connections workflow_event workflow_events workflow_templates workflow_action_templates workflow_connection_templates shipping_rule shipping_rules scheduler_status data_template data_templates batch_operation batch_operations document_template document_templates webhook webhooks event events order orders organization organizations organization_invitation",
  Mutation:
    "update_user register_user update_workspace_config mutate_token create_api_key delete_api_key request_email_change confirm_email_change confirm_email change_password request_password_reset confirm_password_reset enable_multi_factor confirm_multi_factor disable_multi_factor create_address update_address create_parcel update_parcel create_product update_product delete_product create_carrier_connection update_carrier_connection mutate_system_connection delete_carrier_connection partial_shipment_update mutate_metadata change_shipment_status delete_address delete_parcel discard_commodity discard_parcel create_rate_sheet update_rate_sheet delete_rate_sheet_service delete_rate_sheet add_shared_zone update_shared_zone delete_shared_zone add_shared_surcharge update_shared_surcharge delete_shared_surcharge batch_update_surcharges update_service_rate batch_update_service_rates add_weight_range remove_weight_range delete_service_rate update_service_zone_ids update_service_surcharge_ids create_metafield update_metafield delete_metafield archive_shipment unarchive_shipment archive_tracker unarchive_tracker archive_pickup unarchive_pickup archive_order unarchive_order create_oauth_app update_oauth_app delete_oauth_app install_app uninstall_app update_app_installation rotate_app_api_key ensure_app_api_key create_workflow update_workflow delete_workflow create_workflow_action update_workflow_action delete_workflow_action create_workflow_connection update_workflow_connection delete_workflow_connection create_workflow_event cancel_workflow_event create_workflow_trigger update_workflow_trigger delete_workflow_trigger trigger_scheduled_workflow validate_cron_expression create_shipping_rule update_shipping_rule delete_shipping_rule create_data_template update_data_template delete_data_template create_document_template update_document_template delete_document_template create_webhook update_webhook delete_webhook create_order update_order delete_order create_organization update_organization delete_organization change_organization_owner set_organization_user_roles send_organization_invites accept_organization_invitation delete_organization_invitation remove_organization_member update_member_status resend_organization_invite",
};

const organizationNode = `id name slug token
  current_user { email full_name is_admin is_owner last_login }
  members { email full_name is_admin is_owner user_id invitation { id guid invitee_identifier created modified } last_login }
  usage(filter: $usage) { members order_volume total_errors total_requests total_trackers total_shipments unfulfilled_orders
    total_shipping_spend api_errors { date label count } api_requests { date label count } order_volumes { date label count }
    shipment_count { date label count } tracker_count { date label count } shipping_spend { date label count } }`;
const members = `id members { email full_name is_admin is_owner user_id invitation { id guid invitee_identifier created modified } last_login }`;
const errors = "errors { field messages }";

type Listed = {
  name: string;
  document: string;
  variables?: (world: World) => object | Promise<object>;
  as?: (world: World) => Promise<Asked>;
};
type World = { own: Organization; person: Person; asked: Asked };

/** What Karrio's own dashboard sends (API.md 4.10), and the other documents of its interface that have an answer here. */
const documents: Listed[] = [
  {
    name: "get_organizations",
    document: `query get_organizations($filter: OrgFilter, $usage: UsageFilter) { organizations(filter: $filter) {
      page_info { count has_next_page has_previous_page start_cursor end_cursor } edges { node { ${organizationNode} } } } }`,
    variables: () => ({ filter: { is_active: true } }),
  },
  {
    name: "get_organization",
    document: `query get_organization($id: String!, $usage: UsageFilter) { organization(id: $id) { ${organizationNode} } }`,
    variables: ({ own }) => ({
      id: organizationId(own),
      usage: { date_after: "2026-01-01", date_before: "2026-02-01" },
    }),
  },
  {
    name: "update_organization",
    document: `mutation update_organization($data: UpdateOrganizationMutationInput!) { update_organization(input: $data) { organization { id name } ${errors} } }`,
    variables: ({ own }) => ({ data: { id: organizationId(own), name: "Renamed Freight" } }),
  },
  {
    name: "set_organization_user_roles",
    document: `mutation set_organization_user_roles($data: SetOrganizationUserRolesMutationInput!) { set_organization_user_roles(input: $data) { organization { id } ${errors} } }`,
    variables: async ({ own }) => ({
      data: {
        org_id: organizationId(own),
        user_id: encodeId("mem", (await addMember(own)).membershipId),
        roles: ["member"],
      },
    }),
  },
  {
    name: "send_organization_invites",
    document: `mutation send_organization_invites($data: SendOrganizationInvitesMutationInput!) { send_organization_invites(input: $data) { ${errors} } }`,
    variables: ({ own }) => ({
      data: { org_id: organizationId(own), emails: ["ann@people.example"], redirect_url: "https://x.example/join" },
    }),
  },
  {
    name: "resend_organization_invite",
    document: `mutation resend_organization_invite($data: ResendOrganizationInviteMutationInput!) { resend_organization_invite(input: $data) { invitation { id invitee_identifier created modified } ${errors} } }`,
    variables: async (world) => ({
      data: { invitation_id: await invited(world), redirect_url: "https://x.example/join" },
    }),
  },
  {
    name: "delete_organization_invitation",
    document: `mutation delete_organization_invitation($data: DeleteMutationInput!) { delete_organization_invitation(input: $data) { id } }`,
    variables: async (world) => ({ data: { id: await invited(world) } }),
  },
  {
    name: "remove_organization_member",
    document: `mutation remove_organization_member($data: RemoveOrganizationMemberMutationInput!) { remove_organization_member(input: $data) { organization { ${members} } ${errors} } }`,
    variables: async ({ own }) => ({
      data: { org_id: organizationId(own), user_id: encodeId("mem", (await addMember(own)).membershipId) },
    }),
  },
  {
    name: "update_member_status",
    document: `mutation update_member_status($data: UpdateMemberStatusMutationInput!) { update_member_status(input: $data) { organization { ${members} } ${errors} } }`,
    variables: async ({ own }) => ({
      data: {
        org_id: organizationId(own),
        user_id: encodeId("mem", (await addMember(own)).membershipId),
        is_active: false,
      },
    }),
  },
  {
    name: "GetToken",
    document: "query GetToken($org_id: String) { token(org_id: $org_id) { key created } }",
    variables: ({ own }) => ({ org_id: organizationId(own) }),
  },
  {
    name: "GetUser",
    document: "query GetUser { user { email full_name is_staff is_superuser last_login date_joined permissions } }",
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
    name: "create_organization",
    document: `mutation create_organization($data: CreateOrganizationMutationInput!) { create_organization(input: $data) { organization { id } ${errors} } }`,
    variables: () => ({ data: { name: "Second Freight" } }),
  },
  {
    name: "delete_organization",
    document: `mutation delete_organization($data: DeleteOrganizationMutationInput!) { delete_organization(input: $data) { organization { id } ${errors} } }`,
    variables: ({ own }) => ({ data: { id: organizationId(own), password: testPassword } }),
  },
  {
    name: "change_organization_owner",
    document: `mutation change_organization_owner($data: ChangeOrganizationOwnerMutationInput!) { change_organization_owner(input: $data) { organization { id } ${errors} } }`,
    variables: async ({ own }) => ({
      data: { org_id: organizationId(own), email: (await addMember(own)).email, password: testPassword },
    }),
  },
  {
    name: "accept_organization_invitation",
    document: `mutation accept_organization_invitation($data: AcceptOrganizationInvitationMutationInput!) { accept_organization_invitation(input: $data) { organization { id } ${errors} } }`,
    variables: async ({ person }) => ({ data: { guid: await guidFor(person.email) } }),
  },
  {
    name: "get_organization_invitation",
    document: `query get_organization_invitation($guid: String!) { organization_invitation(guid: $guid) { invitee_identifier organization_name invitee { email } } }`,
    variables: async ({ person }) => ({ guid: await guidFor(person.email) }),
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
    name: "register_user",
    document: `mutation register_user($data: RegisterUserMutationInput!) { register_user(input: $data) { user { email is_active } ${errors} } }`,
    variables: () => ({
      data: {
        email: `${unique("new")}@people.example`,
        ...{
          password1: testPassword,
          password2: testPassword,
          redirect_url: "https://x.example",
          full_name: "Nia New",
        },
      },
    }),
  },
  {
    name: "change_password",
    document: `mutation change_password($data: ChangePasswordMutationInput!) { change_password(input: $data) { user { email } ${errors} } }`,
    variables: () => ({
      data: {
        old_password: testPassword,
        new_password1: "another good password",
        new_password2: "another good password",
      },
    }),
  },
  {
    name: "request_email_change",
    document: `mutation request_email_change($data: RequestEmailChangeMutationInput!) { request_email_change(input: $data) { user { email } ${errors} } }`,
    variables: () => ({
      data: { email: `${unique("next")}@people.example`, password: testPassword, redirect_url: "https://x.example" },
    }),
  },
  {
    name: "confirm_email_change",
    document: `mutation confirm_email_change($data: ConfirmEmailChangeMutationInput!) { confirm_email_change(input: $data) { user { email } ${errors} } }`,
    variables: async ({ person }) => {
      const email = `${unique("next")}@people.example`;
      await accountHandle(person).run(requestAddressChange, { email });
      return { data: { token: await mailedToken(email, "verify-address") } };
    },
  },
  {
    name: "request_password_reset",
    document: `mutation request_password_reset($data: RequestPasswordResetMutationInput!) { request_password_reset(input: $data) { email redirect_url ${errors} } }`,
    variables: ({ person }) => ({ data: { email: person.email, redirect_url: "https://x.example" } }),
  },
  {
    name: "confirm_password_reset",
    document: `mutation confirm_password_reset($data: ConfirmPasswordResetMutationInput!) { confirm_password_reset(input: $data) { user { email } ${errors} } }`,
    variables: async ({ person }) => {
      await publicHandle().run(requestReset, { email: person.email });
      const token = await mailedToken(person.email, "reset-password");
      return {
        data: { uid: "any", token, new_password1: "another good password", new_password2: "another good password" },
      };
    },
  },
  {
    name: "enable_multi_factor",
    document: `mutation enable_multi_factor($data: EnableMultiFactorMutationInput!) { enable_multi_factor(input: $data) { user { email } secret uri ${errors} } }`,
    variables: () => ({ data: { password: testPassword } }),
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
    name: "update_user",
    document: `mutation { update_user(input: { full_name: "Olga New" }) { user { full_name } ${errors} } }`,
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

describe("every listed document", () => {
  it.each(documents)("$name runs as it stands", async ({ document, variables }) => {
    const world = await makeWorld();
    const given = await variables?.(world);
    const answer = await graphql(document, { ...world.asked, ...(given ? { variables: given } : {}) });
    expect(answer.errors).toEqual([]);
    for (const [name, value] of Object.entries<{ errors?: unknown } | null>(answer.data)) {
      expect(value, name).not.toBeNull();
      if (value?.errors) expect(value.errors, name).toEqual([]);
    }
  });
});

async function makeWorld(): Promise<World> {
  const person = await createPerson({ name: "Olga Owner" });
  const own = await createOrganization({ owner: person });
  await createKey(own);
  await makeShipment(own);
  for (const name of [
    "orders",
    "addresses",
    "parcels",
    "products",
    "carrier_connections",
    "templates",
    "customers",
    "assets",
  ])
    await makeRecord(own, resourceNamed(name));
  return {
    own,
    person,
    asked: { token: await accessToken(person), headers: { "x-org-id": organizationId(own), "x-test-mode": "false" } },
  };
}

/** An invitation of another organization, as its link holds it. */
async function guidFor(email: string): Promise<string> {
  await (await createOrganization()).owner.handle.run(inviteMembers, { emails: [email] });
  const mail = (await sentMails(email)).findLast(({ template }) => template === "invitation");
  return new URL(String(mail?.props.link)).pathname.split("/").at(-1) ?? "";
}

async function invited({ own, asked }: World): Promise<string> {
  const { data } = await graphql(
    `mutation($data: SendOrganizationInvitesMutationInput!) { send_organization_invites(input: $data) { organization { organization_invites { id } } } }`,
    { ...asked, variables: { data: { org_id: organizationId(own), emails: ["ben@people.example"] } } },
  );
  return data.send_organization_invites.organization.organization_invites[0].id;
}

describe("the root fields of Karrio's schema", () => {
  it("are each served, or in the list of differences with a reason", () => {
    const missing = Object.values(notServed).flat();
    for (const [type, names] of Object.entries(roots)) {
      const served = Object.keys(
        (type === "Query" ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {},
      );
      for (const name of names.split(" ")) {
        expect(served.includes(name) || missing.includes(name), name).toBe(true);
        expect(served.includes(name) && missing.includes(name), name).toBe(false);
      }
    }
    const known = Object.values(roots).join(" ").split(" ");
    for (const name of missing) expect(known, name).toContain(name);
    expect(new Set(missing).size).toBe(missing.length);
    for (const [what, how] of answersOtherwise) expect(how, what).toMatch(/^[A-Z].+\.$/);
  });

  it("have a moment and a status in every type of a record", () => {
    for (const name of [
      "ShipmentType",
      "OrderType",
      "AddressType",
      "ParcelType",
      "ProductType",
      "CarrierConnectionType",
      "DocumentTemplateType",
      "OrganizationType",
      "TokenType",
    ]) {
      const type = schema.getType(name);
      const fields = type && "getFields" in type ? Object.keys(type.getFields()) : [];
      expect(fields, name).toEqual(expect.arrayContaining(["created", "created_at", "status"]));
    }
  });
});

describe("statements", () => {
  it("are as many for twenty records as for two: parcels, lines and shipments of orders are asked at once", async () => {
    const few = await statementsFor(2);
    const many = await statementsFor(20);
    expect(many).toBe(few);
    expect(few).toBeLessThan(60);
  });
});

async function statementsFor(records: number): Promise<number> {
  const own = await createOrganization();
  for (let made = 0; made < records; made += 1) {
    await own.owner.handle.run(setShipmentStatus, { id: await makeShipment(own), status: "ready" });
    await makeRecord(own, resourceNamed("orders"));
  }
  const key = await createKey(own);
  await guard`update public.shipments set tracking_number = 'TRK-' || id where organization_id = ${own.id}`;
  for (let made = 0; made < records; made += 1) await makeWebhook(own);
  const document = `{ shipments { edges { node { id parcels { weight } tracker { events { code } } } } }
    trackers { edges { node { id events { code } shipment { parcels { weight } } } } }
    webhooks { edges { node { id enabled_events created_by { full_name } } } }
    orders { edges { node { id line_items { title } shipments { id parcels { weight } } } } } }`;
  await graphql(document, { key });
  const spy = vi.spyOn(pg.Client.prototype, "query");
  const { data, errors: faults } = await graphql(document, { key });
  const { length } = spy.mock.calls;
  spy.mockRestore();
  expect(faults).toEqual([]);
  expect(data.shipments.edges).toHaveLength(records);
  expect([data.trackers.edges.length, data.webhooks.edges.length]).toEqual([records, records]);
  expect(data.trackers.edges[0].node.events).toHaveLength(1);
  expect(data.orders.edges[0].node.line_items).toHaveLength(1);
  return length;
}

describe("a resolver that is wrong", () => {
  it("reads nothing of another organization, whatever it asks [S1] [S31]", async () => {
    const own = await createOrganization();
    const foreign = await createOrganization();
    await makeShipment(own);
    await makeShipment(foreign);
    const wrong = defineOperation({
      name: "shipments.list",
      scope: "organization",
      permission: "shipments.view",
      access: "read",
      summary: "Everything that can be reached",
      input: z.strictObject({}),
      output: z.array(z.object({ organization_id: z.string() })),
      run: ({ db }) =>
        db.rows(
          sql`select organization_id from shipments where organization_id = ${foreign.id} or true`,
          z.object({ organization_id: z.string() }),
        ),
    });
    const field = schema.getQueryType()?.getFields().auditlog;
    if (!field) throw new Error("no field");
    const right = field.resolve;
    field.resolve = async (_source, _args, reader: Reader) => ({
      object_pk: JSON.stringify(await reader.here().run(wrong, {})),
    });
    try {
      const { data } = await graphql(`{ auditlog(id: "1") { object_pk } }`, { key: await createKey(own) });
      expect(JSON.parse(data.auditlog.object_pk)).toEqual([{ organization_id: own.id }]);
    } finally {
      if (right) field.resolve = right;
      else delete field.resolve;
    }
  });
});
