/** Root fields of Karrio's schema that this one has not, by the reason (API.md 4.12). Every other one is served. */
export const notServed: Record<string, string[]> = {
  "Calls to carriers are not made here, so there are no traces of them.": ["tracing_record", "tracing_records"],
  "Carriers are connected by each organization; there are no connections of the installation.": [
    ...["user_connections", "system_connections", "mutate_system_connection"],
  ],
  "Pickups and manifests are not built yet.": [
    ...["manifest", "manifests", "pickup", "pickups", "archive_pickup", "unarchive_pickup"],
  ],
  "Rates are not bought here: a shipment has one price.": [
    ...["rate_sheet", "rate_sheets", "create_rate_sheet", "update_rate_sheet", "delete_rate_sheet"],
    ...["delete_rate_sheet_service", "add_shared_zone", "update_shared_zone", "delete_shared_zone"],
    ...["add_shared_surcharge", "update_shared_surcharge", "delete_shared_surcharge", "batch_update_surcharges"],
    ...["update_service_rate", "batch_update_service_rates", "add_weight_range", "remove_weight_range"],
    ...["delete_service_rate", "update_service_zone_ids", "update_service_surcharge_ids"],
  ],
  "Records have the fields of their kind, and no free ones.": [
    ...["metafield", "metafields", "create_metafield", "update_metafield", "delete_metafield", "mutate_metadata"],
  ],
  "There are no apps: keys with scopes take their place.": [
    ...["oauth_app", "oauth_apps", "create_oauth_app", "update_oauth_app", "delete_oauth_app"],
    ...["app_installation", "app_installations", "app_installation_by_app_id", "install_app", "uninstall_app"],
    ...["update_app_installation", "rotate_app_api_key", "ensure_app_api_key"],
  ],
  "There are no workflows and shipping rules.": [
    ...["workflow", "workflows", "create_workflow", "update_workflow", "delete_workflow", "scheduled_workflows"],
    ...["workflow_action", "workflow_actions", "create_workflow_action", "update_workflow_action"],
    ...["delete_workflow_action", "workflow_connection", "workflow_connections", "create_workflow_connection"],
    ...["update_workflow_connection", "delete_workflow_connection", "workflow_event", "workflow_events"],
    ...["create_workflow_event", "cancel_workflow_event", "create_workflow_trigger", "update_workflow_trigger"],
    ...["delete_workflow_trigger", "trigger_scheduled_workflow", "validate_cron_expression", "scheduler_status"],
    ...["workflow_templates", "workflow_action_templates", "workflow_connection_templates"],
    ...["shipping_rule", "shipping_rules", "create_shipping_rule", "update_shipping_rule", "delete_shipping_rule"],
  ],
  "Imports and exports run over REST, each with its own page: there are no templates and batches of them.": [
    ...["data_template", "data_templates", "create_data_template", "update_data_template", "delete_data_template"],
    ...["batch_operation", "batch_operations"],
  ],
  "The general defaults are in workspace_config.": ["default_templates"],
  "A shipment is changed whole over REST, and is cancelled, never archived.": [
    ...["partial_shipment_update", "discard_commodity", "discard_parcel", "archive_shipment", "unarchive_shipment"],
    ...["archive_order", "unarchive_order", "archive_tracker", "unarchive_tracker"],
  ],
  "An address is proved by its link in a browser, with the password, so that a mail scanner opens no account.": [
    "confirm_email",
  ],
};

/** What is served and answers otherwise, and why. */
export const answersOtherwise: [what: string, how: string][] = [
  ["errors in payloads", "An empty list where all is well, never null."],
  ["a wrong X-Org-Id", "Refused as invalid_organization, never another organization in its place."],
  ["organization.token, token, api_keys", "The key whole only in the answer that made it; else its beginning and end."],
  [
    "organization.members, token, workspace_config, usage",
    "Nullable: whoever may not see one is told so at that field.",
  ],
  [
    "members and user_id",
    "The id of the membership (mem_…) is the user_id. Pending invitations show for who may see them.",
  ],
  ["members of more than 1,000", "Asked in parts, members(offset, first)."],
  ["UserRole", "Has owner too; as an input only change_organization_owner gives it."],
  ["set_organization_user_roles", "One role of ours that is exactly these; several without one are a fault at roles."],
  ["change_organization_owner", "Begins the transfer: the receiver accepts it, and is pending_owner until then."],
  [
    "mutate_token, delete_api_key",
    "Take the key's id, or what a list shows of it. Refreshing wants the password, but of the key itself.",
  ],
  ["create_api_key", "Lasts 30 days; permissions become scopes, and without them the key reads."],
  [
    "send_organization_invites, set_organization_user_roles",
    "May ask for a password: confirm_password, then send it along.",
  ],
  ["redirect_url", "Optional and not followed: links lead to this installation."],
  ["guid of an invitation", "Its id, in lists; the link's secret opens organization_invitation and is kept nowhere."],
  ["metadata of organizations and users", "Not kept: empty, and refused where it is not."],
  ["modified of organizations", "Null: it is not kept apart."],
  [
    "usage",
    "The named days, or the last 30; orders, deliveries and members too. Trackers are not counted, and there are no surcharges.",
  ],
  ["last_login of oneself", "When one was last in the request's organization; null without one, and for keys."],
  ["system_usage", "The request's organization: figures over several are the console's alone."],
  [
    "log and logs",
    "Ids count the calls of the organization; bodies are masked, cut at 16,000 characters (answers that only told what was asked at 4,000), and null for who may not do what was called.",
  ],
  ["offset and count", "Offsets to 1,000; a count stops at 10,001. Filters that a list does not have are refused."],
  [
    "create_organization",
    "The same again, by its founder, name and details, answers the one that was founded, without its key.",
  ],
  [
    "order_id",
    "One order of an organization and mode has it, whatever its source; a second is a conflict, duplicate_order_id.",
  ],
  [
    "the admin schema (/admin/graphql)",
    "Not here: super admins act in the console, on the record, and servers call /platform/organizations over REST.",
  ],
  ["orders", "May name a customer in place of an address; delete_order cancels. metadata and options are not kept."],
  [
    "line_items",
    "Have a description, a quantity and a price, and come whole. Of parent_id, a product, they take sku, hs_code, weight and origin.",
  ],
  [
    "addresses",
    "Take tax numbers, residential and validate_location, and keep none of them: a customer has a tax number.",
  ],
  ["parcels", "Are presets, so each has a name: package_preset, or the description."],
  ["weights and sizes", "Taken in any unit, and told in the organization's."],
  ["slug of document templates", "Made of the name; one that is given is not kept."],
  [
    "lists on an organization",
    "Those of its records, without pages; webhooks, events, logs and auditlogs are the request's organization's alone.",
  ],
  ["trackers", "Shipments that have a tracking number, under the shipment's id; its course is their events."],
  ["status of shipments and orders", "Ours under their names; meta tells the rest."],
  [
    "type of an event",
    "Null where Karrio has no name for it; name is ours, and count stops at the next page, for logs and auditlogs too.",
  ],
  ["credentials of carrier connections", "Never shown: an empty object. Null leaves them as they are."],
  ["secret of a webhook", "Only in the answer that made it."],
  [
    "create_webhook, update_webhook",
    "May ask for a password: confirm_password, then send it along. events takes ours.",
  ],
  ["webhooks of kinds of events that do not happen here", "Refused at enabled_events."],
  ["enable_multi_factor", "Answers what an authenticator app wants; codes come from the app, never by mail."],
  ["confirm_multi_factor", "Answers the recovery codes, once."],
  ["a key as user", "The service identity of its organization, with an address under keys.invalid."],
  ["confirm_password_reset", "Takes the token alone and answers without the person."],
];

/** Types and fields of API.md's tables that are typed otherwise here, or left out, and why. A test holds it both ways. */
export const typedOtherwise: Record<string, string> = {
  "LogType.records": "Calls to carriers are not made here, so there are none.",
  TracingRecordType: "Calls to carriers are not made here.",
  RateSheetType: "Rates are not bought here.",
  "CarrierConnectionType.rate_sheet": "Rates are not bought here.",
  ConfirmEmailMutationInput: "An address is proved by its link in a browser.",
  ConfirmEmailMutation: "An address is proved by its link in a browser.",
  "Mutation.confirm_email": "An address is proved by its link in a browser.",
  "OrganizationType.modified": "It is not kept apart.",
  "OrganizationType.members": "Null for whoever may not see members, with an error at the field.",
  "OrganizationType.organization_invites": "Null for whoever may not see invitations.",
  "OrganizationType.token": "Null for whoever may not see keys, or where there is none.",
  "OrganizationType.usage": "Null for whoever may not see usage.",
  "OrganizationInvitationType.created": "Null for whoever holds only the link.",
  "OrganizationInvitationType.modified": "Null for whoever holds only the link.",
  "OrganizationInvitationType.invited_by":
    "Null where nobody of the organization invited: a server, or a member who left.",
  "UserType.date_joined": "Of others it is not told.",
  "OrderType.created_by": "The record's history tells it, to whoever may read that.",
  "OrderType.shipping_to": "Null where the order names a customer alone.",
  "ShipmentType.created_by": "The record's history tells it, to whoever may read that.",
  "TrackerType.created_by": "The shipment's history tells it, to whoever may read that.",
  "DeleteMutation.id": "Null where nothing was deleted and errors say why.",
  "RequestPasswordResetMutation.email": "Null where errors say why.",
  "RequestPasswordResetMutation.redirect_url": "Not followed, so it need not be given.",
  "Query.token": "Null where the organization has no key.",
};
