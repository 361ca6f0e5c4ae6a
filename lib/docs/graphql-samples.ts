import { parse, print } from "graphql";

const example = (prefix: string) => `${prefix}_01h2xcejqtf2nbrexx3vqjhp41`;
const faults = "errors { field messages }";

const list = (root: string, fields: string, filter = "first: 20") =>
  `{ ${root}(filter: { ${filter} }) { page_info { count has_next_page } edges { node { ${fields} } } } }`;
const one = (root: string, prefix: string, fields: string) => `{ ${root}(id: "${example(prefix)}") { ${fields} } }`;
const change = (name: string, input: string, answer: string) =>
  `mutation { ${name}(input: { ${input} }) { ${answer} ${faults} } }`;

type Kept = {
  tag: string;
  prefix: string;
  one: string;
  many: string;
  /** What a change answers it as. */
  answered?: string;
  fields: string;
  input: string;
  change: string;
};

/** The five documents of a kind of records that GraphQL reads and writes. */
function ofRecords({
  tag,
  prefix,
  one: single,
  many,
  answered,
  fields,
  input,
  change: changed,
}: Kept): [string, string][] {
  const id = `id: "${example(prefix)}"`;
  const answer = `${answered ?? single} { ${fields} }`;
  return [
    [`${tag}.list`, list(many, fields)],
    [`${tag}.create`, change(`create_${single}`, input, answer)],
    [`${tag}.find`, one(single, prefix, fields)],
    [`${tag}.update`, change(`update_${single}`, `${id}, ${changed}`, answer)],
    [`${tag}.remove`, change(`delete_${single}`, id, "id")],
  ];
}

const member = "email full_name roles is_owner last_login";
const settings = "default_currency default_weight_unit default_dimension_unit default_country_code";
const order = "id order_id status total currency created_at";

const documents: Record<string, string> = Object.fromEntries([
  ["me.view", "{ user { id email full_name organizations { id name } } }"],
  ["organization.find", "{ organization { id name slug is_active created } }"],
  [
    "organization.delete",
    change("delete_organization", `id: "${example("org")}", password: "…"`, "organization { id }"),
  ],
  ["organization.set_up", change("create_organization", 'name: "Harbour Lines"', "organization { id slug token }")],
  ["settings.rename", change("update_organization", `id: "${example("org")}", name: "Acme"`, "organization { name }")],
  ["members.list", `{ organization { members { user_id ${member} } } }`],
  [
    "members.set_role",
    change(
      "set_organization_user_roles",
      `org_id: "${example("org")}", user_id: "${example("usr")}", roles: [developer]`,
      "organization { members { email roles } }",
    ),
  ],
  ...["suspend", "restore"].map((act): [string, string] => [
    `members.${act}`,
    change(
      "update_member_status",
      `org_id: "${example("org")}", user_id: "${example("usr")}", is_active: ${act === "restore"}`,
      "organization { members { email } }",
    ),
  ]),
  [
    "members.remove",
    change(
      "remove_organization_member",
      `org_id: "${example("org")}", user_id: "${example("usr")}"`,
      "organization { members { email } }",
    ),
  ],
  [
    "ownership.offer",
    change(
      "change_organization_owner",
      `org_id: "${example("org")}", email: "maria@acme.example", password: "…"`,
      "organization { id }",
    ),
  ],
  ["invitations.list", "{ organization { organization_invites { id invitee_identifier created } } }"],
  [
    "invitations.create",
    change(
      "send_organization_invites",
      'emails: ["mia@acme.example"], roles: [member]',
      "organization { organization_invites { id invitee_identifier } }",
    ),
  ],
  [
    "invitations.resend",
    change(
      "resend_organization_invite",
      `invitation_id: "${example("inv")}", redirect_url: ""`,
      "invitation { invitee_identifier }",
    ),
  ],
  ["invitations.revoke", change("delete_organization_invitation", `id: "${example("inv")}"`, "id")],
  ["workspace.get", `{ workspace_config { ${settings} } }`],
  [
    "workspace.update",
    change("update_workspace_config", "default_weight_unit: KG", `workspace_config { ${settings} }`),
  ],
  ["keys.list", "{ api_keys { label key test_mode permissions created } }"],
  [
    "keys.create",
    change(
      "create_api_key",
      'label: "Shop", permissions: ["manage_shipments"], password: "…"',
      "api_key { label key }",
    ),
  ],
  ["keys.revoke", change("delete_api_key", 'key: "key_…", password: "…"', "label")],
  ["shipments.list", list("shipments", "id status tracking_number service created_at")],
  ["shipments.find", one("shipment", "shp", "id status tracking_number parcels { weight weight_unit }")],
  [
    "shipments.set_status",
    change("change_shipment_status", `id: "${example("shp")}", status: in_transit`, "shipment { id status }"),
  ],
  ["orders.list", list("orders", order)],
  ["orders.find", one("order", "ord", `${order} line_items { sku quantity }`)],
  [
    "orders.create",
    change("create_order", 'order_id: "SO-2041", line_items: [{ sku: "CRATE-1", quantity: 2 }]', `order { ${order} }`),
  ],
  ["orders.update", change("update_order", `id: "${example("ord")}", order_id: "SO-2042"`, `order { ${order} }`)],
  ["orders.remove", change("delete_order", `id: "${example("ord")}"`, "id")],
  ["customers.list", list("customers", "id name email created_at")],
  ["customers.find", one("customer", "cus", "id name email phone created_at")],
  ["assets.list", list("assets", "id name code kind created_at")],
  ["assets.find", one("asset", "ast", "id name code kind serial")],
  ["webhooks.list", list("webhooks", "id url events disabled")],
  ["webhooks.find", one("webhook", "whk", "id url events disabled last_event_at")],
  [
    "webhooks.create",
    change(
      "create_webhook",
      'url: "https://example.com/hooks", events: ["shipment.delivered"]',
      "webhook { id secret }",
    ),
  ],
  ["webhooks.update", change("update_webhook", `id: "${example("whk")}", disabled: true`, "webhook { id disabled }")],
  ["webhooks.delete", change("delete_webhook", `id: "${example("whk")}"`, "id")],
  ["events.list", list("events", "id name created_at data")],
  ["events.find", one("event", "evt", "id name created_at data")],
  ["logs.list", list("logs", "log_id method path status_code response_ms requested_at")],
  ["audit.list", list("auditlogs", "id operation actor object_str created_at")],
  ["audit.find", one("auditlog", "aud", "operation actor before after created_at")],
  ["plan.find", "{ plan { name limits { name most used } features { name is_on offered_by } } }"],
  ["plan.room", "{ plan_limit(name: keys) { most used } }"],
  ["usage.view", "{ system_usage { total_requests total_errors total_shipments api_requests { date count } } }"],
  ...ofRecords({
    ...{ tag: "addresses", prefix: "adr", one: "address", many: "addresses" },
    fields: "id person_name address_line1 postal_code city country_code",
    input: 'person_name: "Ada Berg", address_line1: "Waalhaven 12", city: "Rotterdam", country_code: NL',
    change: 'city: "Delft"',
  }),
  ...ofRecords({
    ...{ tag: "products", prefix: "prd", one: "product", many: "products" },
    fields: "id sku title weight weight_unit",
    input: 'sku: "CRATE-1", title: "Crate", weight: 2, weight_unit: KG',
    change: 'title: "Large crate"',
  }),
  ...ofRecords({
    ...{ tag: "parcels", prefix: "pcl", one: "parcel", many: "parcels" },
    fields: "id width height length weight",
    input: "width: 30, height: 20, length: 40, weight: 2",
    change: "weight: 3",
  }),
  ...ofRecords({
    ...{ tag: "carrier_connections", prefix: "car", one: "carrier_connection", many: "carrier_connections" },
    answered: "connection",
    fields: "id carrier_name carrier_id active",
    input: 'carrier_name: "dhl", carrier_id: "dhl-benelux", credentials: {}',
    change: "active: false",
  }),
  ...ofRecords({
    ...{ tag: "templates", prefix: "tpl", one: "document_template", many: "document_templates" },
    answered: "template",
    fields: "id name slug related_object active",
    input: 'name: "Packing slip", template: "<p>…</p>", related_object: "shipment"',
    change: "active: false",
  }),
]);

export const graphqlSamples = Object.keys(documents);

/** The same over GraphQL, where it is there too. */
export function graphqlSample(operation: string): string | undefined {
  const document = documents[operation];
  return document === undefined ? undefined : print(parse(document));
}
