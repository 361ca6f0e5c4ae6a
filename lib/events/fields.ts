import { encodeId } from "@/lib/ids";
import { fromGrams, fromMillimetres, type Standards } from "@/lib/measures/words";
import { columnName } from "@/lib/resource/columns";
import type { Resource } from "@/lib/resource/declaration";
import { type Field, type Fields, usesMeasures, usesMoney } from "@/lib/resource/field-schema";

export type Columns = Record<string, unknown>;

/** What a reference column of the tables written by hand leads to. */
const prefixes: Record<string, string> = {
  id: "",
  branch_id: "brn",
  order_id: "ord",
  accepted_by: "mem",
  from_membership_id: "mem",
  to_membership_id: "mem",
};

const common = ["name", "slug", "state", "currency", "time_zone", "weight_unit", "dimension_unit"];

/** What may leave of each table that is no declared resource. Whatever is not named here stays inside. */
export const shownColumns: Record<string, string[]> = {
  shipment: [
    ...["reference", "status", "status_note", "service", "sender", "recipient", "branch_id", "order_id", "notes"],
    ...["tracking_number", "price", "currency", "ship_on", "test_mode", "delivered_at", "created_at", "updated_at"],
  ],
  member: ["name", "email", "role_key", "flags", "status", "origin", "joined_at", "updated_at"],
  registration: [
    ...["name", "email", "message", "state", "closed_as", "role_key", "note", "decided_by_name", "decided_at"],
    ...["joined_at", "due_at", "created_at", "updated_at"],
  ],
  invitation: [
    ...["kind", "email", "role_key", "note", "invited_by_name", "accepted_by", "accepted_by_name", "resent"],
    ...["created_at", "expires_at", "accepted_at", "revoked_at"],
  ],
  role: ["key", "name", "description", "built_in", "permissions", "created_at", "updated_at"],
  key: ["label", "prefix", "last4", "scopes", "test_mode", "created_at", "expires_at", "revoked_at", "ended_as"],
  ownership: ["from_membership_id", "to_membership_id", "state", "created_at", "expires_at", "decided_at"],
  organization: [...common, "company_name", "industry", "company_size", "city", "country", "plan", "created_at"],
  webhook: ["url", "description"],
  settings: [
    ...[...common, "role_template", "default_role_key", "strict_ladder", "preferences", "workspace"],
    ...["keys_outlive_makers", "audit_retention_days", "log_retention_days", "publicly_visible", "accent"],
    ...["api_refuses_other_organization", "api_requires_versions"],
    ...["request_due_hours", "request_reminder_hours", "request_escalation_hours", "request_close_hours"],
  ],
};

/** Of each kind of record, its columns with their names outside. */
const outside = new Map(
  Object.entries(shownColumns).map(([noun, named]) => [
    noun,
    named.map((name) => [name, outsideColumn(name)] as const),
  ]),
);

/** The public fields of a row, as the API spells them. */
export function fieldsOf(noun: string, row: Columns): Columns {
  const fields: Columns = {};
  for (const [name, named] of outside.get(noun) ?? []) fields[named] = columnValue(name, row[name]);
  return fields;
}

function outsideColumn(name: string): string {
  return name in prefixes && name.endsWith("_id") ? name.slice(0, -"_id".length) : name;
}

function columnValue(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (name.endsWith("_at")) return moment(value);
  const prefix = prefixes[name];
  return prefix ? { id: encodeId(prefix, String(value)), name: null } : value;
}

/** The same of a declared resource: what it refers to by id, and no secret. */
export function resourceFields({ fields, lines }: Resource, row: Columns, standards: Standards): Columns {
  const rows: unknown = lines && row[lines.name];
  return {
    ...valuesOf(fields, row, standards),
    ...(lines && Array.isArray(rows)
      ? { [lines.name]: rows.map((line: Columns) => valuesOf(lines.fields, line, standards)) }
      : {}),
    ...(usesMoney({ fields, lines }) ? { currency: row.currency ?? null } : {}),
    ...(usesMeasures({ fields, lines })
      ? { weight_unit: standards.weightUnit, dimension_unit: standards.dimensionUnit }
      : {}),
    created_at: moment(row.created_at),
    updated_at: moment(row.updated_at),
  };
}

function valuesOf(fields: Fields, row: Columns, standards: Standards): Columns {
  const own = Object.entries(fields).filter(([, { kind }]) => kind !== "secret");
  return Object.fromEntries(
    own.map(([name, field]) => [
      columnName(name, "text"),
      fieldValue(row[columnName(name, field.kind)], field, standards),
    ]),
  );
}

function fieldValue(value: unknown, field: Field, standards: Standards): unknown {
  if (value === null || value === undefined) return null;
  if (field.kind === "weight") return fromGrams(Number(value), standards.weightUnit);
  if (field.kind === "size") return fromMillimetres(Number(value), standards.dimensionUnit);
  if (field.kind === "reference") return { id: encodeId(field.to.prefix, String(value)), name: null };
  return value;
}

function moment(value: unknown): string | null {
  return value === null || value === undefined ? null : new Date(String(value)).toISOString();
}
