import { columnName } from "@/lib/resource/columns";
import type { Field, Fields } from "@/lib/resource/field-schema";
import type { Columns } from "./fields";
import { type EventNoun, nounOf } from "./nouns";
import { dataOf } from "./present";

const id = "019aa6f0-0000-7000-8000-000000000001";
const other = "019aa6f0-0000-7000-8000-000000000002";
const at = "2026-11-21T09:30:00.000Z";
const times = { created_at: at, updated_at: at };
const person = { name: "Ada Berg", email: "ada@example.com", role_key: "user" };
const place = {
  ...{ name: "Ada Berg", company: "", street: "Harbour Road 1", extra: "", city: "Rotterdam", region: "" },
  ...{ postcode: "3011 AA", country: "NL", phone: "", email: "" },
};

const rows: Record<string, Columns> = {
  shipment: {
    ...{ reference: "SHP-1042", status: "in_transit", status_note: null, service: "standard", price: 1250 },
    ...{ sender: place, recipient: place, branch_id: null, order_id: other, notes: null, currency: "EUR" },
    ...{ tracking_number: "TRK0001042", ship_on: "2026-11-21", test_mode: false, delivered_at: null, ...times },
  },
  member: { ...person, flags: ["view_orders"], status: "active", origin: "invitation", joined_at: at, updated_at: at },
  registration: {
    ...{ ...person, message: "I drive for the depot.", state: "approved", closed_as: null, note: null },
    ...{ decided_by_name: "Olga Owner", decided_at: at, joined_at: null, due_at: null, ...times },
  },
  invitation: {
    ...{ kind: "link", email: person.email, role_key: "user", note: null, invited_by_name: "Olga Owner" },
    ...{ accepted_by: null, accepted_by_name: null, resent: 0, created_at: at, expires_at: at },
    ...{ accepted_at: null, revoked_at: null },
  },
  role: { key: "night-desk", name: "Night desk", description: "", built_in: false, permissions: [], ...times },
  key: {
    ...{ label: "Warehouse scanner", prefix: "key_ACME00abcdef", last4: "9xYz", scopes: { shipments: "write" } },
    ...{ test_mode: false, created_at: at, expires_at: null, revoked_at: null, ended_as: null },
  },
  ownership: {
    ...{ from_membership_id: id, to_membership_id: other, state: "offered" },
    ...{ created_at: at, expires_at: at, decided_at: null },
  },
  webhook: { url: "https://example.com/hooks", description: "Warehouse" },
  audit: {
    ...{ entry: 4711, at, actor: "Ada Berg <ada@example.com>", via: "session", operation: "members.list" },
    ...{ action: "refused", record_type: "operations", permission: "members.view", reason: "permission_missing" },
    ...{ times: null, request_id: id },
  },
  organization: {
    ...{
      name: "Acme Shipping",
      slug: "acme-shipping",
      state: "active",
      currency: "EUR",
      time_zone: "Europe/Amsterdam",
    },
    ...{ weight_unit: "kg", dimension_unit: "cm", company_name: "Acme B.V.", industry: "parcel" },
    ...{ company_size: "11-50", city: "Rotterdam", country: "NL", plan: "free", created_at: at },
  },
};

/** What settings have beside the organization itself. */
const settings = {
  ...{ role_template: "fleet", default_role_key: "user", strict_ladder: false, preferences: { week_start: "monday" } },
  ...{ workspace: { default_label_type: "PDF" }, keys_outlive_makers: true, audit_retention_days: null },
  ...{ log_retention_days: 30, publicly_visible: false, accent: "#0f766e" },
  ...{ api_refuses_other_organization: false, api_requires_versions: false, request_due_hours: 48 },
  ...{ request_reminder_hours: 24, request_escalation_hours: null, request_close_hours: null },
};

const act = { permission: null, reason: null };

/** What the record shows of the event itself. */
const changed: Record<string, Columns> = {
  "shipment.created": { status: "draft", tracking_number: null },
  "shipment.ready": { status: "ready" },
  "shipment.picked_up": { status: "picked_up" },
  "shipment.out_for_delivery": { status: "out_for_delivery" },
  "shipment.delivered": { status: "delivered", delivered_at: at },
  "shipment.needs_attention": { status: "exception", status_note: "The address does not exist." },
  "shipment.delivery_failed": { status: "exception", status_note: "Nobody was at home." },
  "shipment.cancelled": { status: "cancelled" },
  "shipment.deleted": { status: "draft", tracking_number: null },
  "member.role_changed": { role_key: "dispatcher" },
  "member.suspended": { status: "suspended" },
  "registration.requested": { state: "pending", role_key: null, decided_by_name: null, decided_at: null, due_at: at },
  "registration.updated": { state: "pending", role_key: null, decided_by_name: null, decided_at: null, due_at: at },
  "registration.rejected": { state: "rejected", closed_as: "rejected", role_key: null, note: "We know nobody here." },
  "registration.withdrawn": { state: "rejected", closed_as: "withdrawn", role_key: null, decided_by_name: null },
  "registration.lapsed": { state: "rejected", closed_as: "overdue", role_key: null, decided_by_name: null },
  "registration.taken_back": { state: "rejected", closed_as: "taken_back", note: "This was the wrong Ada." },
  "registration.joined": { joined_at: at },
  "invitation.resent": { resent: 1 },
  "invitation.accepted": { accepted_by: other, accepted_by_name: person.name, accepted_at: at },
  "invitation.revoked": { revoked_at: at },
  "key.rotated": { expires_at: at, ended_as: "rotated" },
  "key.revoked": { revoked_at: at, ended_as: "revoked" },
  "ownership.accepted": { state: "accepted", decided_at: at },
  "ownership.declined": { state: "declined", decided_at: at },
  "ownership.cancelled": { state: "cancelled", decided_at: at },
  "organization.suspended": { state: "suspended" },
  "organization.deleted": { state: "deleted" },
  "order.confirmed": { status: "confirmed" },
  "audit.exported": { ...act, operation: "exports.begin", action: "exported", record_type: "shipments" },
  "audit.downloaded": { ...act, operation: "audit.open_export", action: "downloaded", record_type: "audit_exports" },
  "audit.visited": {
    ...{ ...act, actor: "Sara Super <sara@example.com>", via: "platform", operation: "platform.visit_settings" },
    ...{ action: "view", record_type: "organizations", reason: "The owner asked why nobody can join." },
  },
  "audit.recorded": { ...act, operation: "webhooks.rotate", action: "rotated", record_type: "webhook_endpoints" },
  "order.fulfilled": { status: "fulfilled" },
  "order.cancelled": { status: "cancelled" },
};

/** What an event of this type carries, with made-up values. */
export function sampleOf(type: string): Columns {
  const noun = nounOf(type);
  if (!noun) return {};
  const base = noun.resource ? resourceRow(noun) : (rows[noun.noun] ?? { ...rows.organization, ...settings });
  const record = { ...base, ...changed[type] };
  const standards = { currency: "EUR", weightUnit: "kg", dimensionUnit: "cm" } as const;
  const recordId = record.record_type === "operations" || type === "audit.exported" ? null : id;
  return dataOf({ type, recordId, record }, standards) ?? {};
}

function resourceRow({ resource }: EventNoun): Columns {
  const lines = resource?.lines;
  return {
    ...valuesOf(resource?.fields ?? {}),
    ...(lines ? { [lines.name]: [valuesOf(lines.fields)] } : {}),
    currency: "EUR",
    ...times,
  };
}

function valuesOf(fields: Fields): Columns {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [columnName(name, field.kind), sampleValue(field)]),
  );
}

function sampleValue(field: Field): unknown {
  switch (field.kind) {
    case "choice":
      return field.options[0]?.value ?? null;
    case "email":
      return person.email;
    case "country":
      return "NL";
    case "flag":
      return true;
    case "integer":
      return Math.max(field.least, 1);
    case "money":
      return 1250;
    case "weight":
      return 1200;
    case "size":
      return 300;
    case "day":
      return "2026-11-21";
    case "postal":
      return place;
    case "reference":
      return other;
    default:
      return field.label;
  }
}
