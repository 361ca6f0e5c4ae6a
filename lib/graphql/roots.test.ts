import type { GraphQLObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { answersOtherwise, notServed } from "./differences";
import { schema } from "./schema";

const roots = {
  Query:
    "user token api_keys workspace_config system_usage user_connections system_connections default_templates addresses address parcels parcel products product log logs tracing_record tracing_records shipment shipments tracker trackers rate_sheet rate_sheets manifest manifests pickup pickups carrier_connection carrier_connections metafield metafields oauth_app oauth_apps app_installation app_installations app_installation_by_app_id auditlog auditlogs workflow workflows scheduled_workflows workflow_action workflow_actions workflow_connection workflow_connections workflow_event workflow_events workflow_templates workflow_action_templates workflow_connection_templates shipping_rule shipping_rules scheduler_status data_template data_templates batch_operation batch_operations document_template document_templates webhook webhooks event events order orders organization organizations organization_invitation",
  Mutation:
    "update_user register_user update_workspace_config mutate_token create_api_key delete_api_key request_email_change confirm_email_change confirm_email change_password request_password_reset confirm_password_reset enable_multi_factor confirm_multi_factor disable_multi_factor create_address update_address create_parcel update_parcel create_product update_product delete_product create_carrier_connection update_carrier_connection mutate_system_connection delete_carrier_connection partial_shipment_update mutate_metadata change_shipment_status delete_address delete_parcel discard_commodity discard_parcel create_rate_sheet update_rate_sheet delete_rate_sheet_service delete_rate_sheet add_shared_zone update_shared_zone delete_shared_zone add_shared_surcharge update_shared_surcharge delete_shared_surcharge batch_update_surcharges update_service_rate batch_update_service_rates add_weight_range remove_weight_range delete_service_rate update_service_zone_ids update_service_surcharge_ids create_metafield update_metafield delete_metafield archive_shipment unarchive_shipment archive_tracker unarchive_tracker archive_pickup unarchive_pickup archive_order unarchive_order create_oauth_app update_oauth_app delete_oauth_app install_app uninstall_app update_app_installation rotate_app_api_key ensure_app_api_key create_workflow update_workflow delete_workflow create_workflow_action update_workflow_action delete_workflow_action create_workflow_connection update_workflow_connection delete_workflow_connection create_workflow_event cancel_workflow_event create_workflow_trigger update_workflow_trigger delete_workflow_trigger trigger_scheduled_workflow validate_cron_expression create_shipping_rule update_shipping_rule delete_shipping_rule create_data_template update_data_template delete_data_template create_document_template update_document_template delete_document_template create_webhook update_webhook delete_webhook create_order update_order delete_order create_organization update_organization delete_organization change_organization_owner set_organization_user_roles send_organization_invites accept_organization_invitation delete_organization_invitation remove_organization_member update_member_status resend_organization_invite",
};

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

  it("are on each organization too where they list its records, with the same filter", () => {
    const root = schema.getQueryType()?.getFields() ?? {};
    const lists = Object.values(root).filter(({ type }) => String(type).endsWith("Connection!"));
    const atTheRootAlone = ["organizations", "auditlogs", "events", "logs", "webhooks"];
    const type = schema.getType("OrganizationType") as GraphQLObjectType; // it is one
    const there = lists.filter(({ name }) => name in type.getFields());
    expect(
      lists
        .map(({ name }) => name)
        .filter((name) => !(name in type.getFields()))
        .sort(),
    ).toEqual([...atTheRootAlone].sort());
    expect(there.map(({ name }) => name)).toEqual(expect.arrayContaining(["shipments", "orders", "trackers"]));
    for (const { name, args, type: connection } of there) {
      const own = type.getFields()[name];
      expect(own?.args.map(String), name).toEqual(args.map(String));
      expect(`${own?.type}`, name).toBe(`[${String(connection).replace("Connection!", "")}!]`);
    }
  });

  it("have a moment and a status in every type of a record", () => {
    const listed = Object.keys(schema.getTypeMap()).filter((name) => schema.getType(`${name}Connection`));
    const names = [...listed, "TokenType", "APIKeyType"];
    expect(names).toEqual(expect.arrayContaining(["ShipmentType", "WebhookType", "AuditLogEntryType", "CustomerType"]));
    for (const name of names) {
      const type = schema.getType(name);
      const fields = type && "getFields" in type ? Object.keys(type.getFields()) : [];
      expect(fields, name).toEqual(expect.arrayContaining(["created", "created_at", "status"]));
    }
  });
});
