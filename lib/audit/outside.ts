import { encodeId } from "@/lib/ids";
import { uuid } from "./changes";
import { places } from "./places";

/** By table, how the ids of its records begin outside, where they have none of their own page. */
const prefixes: Record<string, string> = {
  ...Object.fromEntries(Object.entries(places).map(([table, [, prefix]]) => [table, prefix])),
  organizations: "org",
  users: "usr",
  invitations: "inv",
  ownership_transfers: "otr",
  api_keys: "apk",
  sessions: "ses",
  impersonations: "sup",
  delegations: "dlg",
  saved_views: "viw",
  imports: "imp",
  audit_exports: "axp",
  jobs: "job",
  server_keys: "srv",
  webhook_endpoints: "whk",
  webhook_deliveries: "whd",
  roles: "rol",
  group_links: "grp",
  membership_branches: "mbr",
  notice_preferences: "npf",
  order_lines: "oln",
  shipment_parcels: "spc",
  shipment_events: "sst",
};

/** By column, what it refers to. */
const columns: Record<string, string> = {
  organization_id: "org",
  user_id: "usr",
  person: "usr",
  founded_by: "usr",
  actor_user_id: "usr",
  support_user_id: "usr",
  membership_id: "mem",
  from_membership_id: "mem",
  to_membership_id: "mem",
  manager_id: "mem",
  branch_id: "brn",
  branch_ids: "brn",
  customer_id: "cus",
  order_id: "ord",
  product_id: "prd",
  shipment_id: "shp",
  import_id: "imp",
  endpoint_id: "whk",
  event_id: "evt",
};

/** By table and column, where the name alone says less. */
const ofTable: Record<string, string> = {
  "branches.parent_id": "brn",
  "memberships.invited_by": "mem",
  "invitations.invited_by": "mem",
  "invitations.accepted_by": "mem",
  "invitations.revoked_by": "mem",
  "registration_requests.decided_by": "mem",
  "api_keys.created_by": "mem",
  "api_keys.replaced_by": "apk",
  "group_links.parent_id": "org",
  "group_links.child_id": "org",
  "impersonations.super_admin_id": "usr",
  "impersonations.session_id": "ses",
  "sessions.parent_id": "ses",
  "sessions.impersonation_id": "sup",
  "sessions.identity_id": "idn",
  "webhook_endpoints.created_by": "mem",
};

/** The id of a record as the API names it; a UUID as it is where records of its kind have no name of their own outside. */
export function outsideRecord(type: string, id: string | null): string | null {
  const prefix = prefixes[type];
  return id !== null && prefix !== undefined && uuid.test(id) ? encodeId(prefix, id) : id;
}

type Columns = Record<string, unknown> | null;

/** The columns of a record with the ids in them as the API names them. */
export function outsideColumns(type: string, row: Columns): Columns {
  if (row === null) return null;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, outsideValue(prefixOf(type, name), value)]),
  );
}

type Entry = { recordType: string; recordId: string | null; before: Columns; after: Columns };

/** The names of the ids in an entry, by these ids as the API names them. */
export function outsideNames(entry: Entry, names: Record<string, string>): Record<string, string> {
  const { recordType: type, recordId } = entry;
  const held = [entry.before, entry.after].flatMap((row) =>
    Object.entries(row ?? {}).flatMap(([column, value]) =>
      [value].flat().map((each) => [prefixOf(type, column), each]),
    ),
  );
  const known = [[prefixes[type], recordId], ...held].flatMap(([prefix, id]) => {
    const name = typeof id === "string" ? names[id] : undefined;
    return name === undefined ? [] : [[String(outsideValue(prefix as string | undefined, id)), name]];
  });
  return Object.fromEntries(known);
}

function prefixOf(type: string, column: string): string | undefined {
  return ofTable[`${type}.${column}`] ?? (column === "id" ? prefixes[type] : columns[column]);
}

function outsideValue(prefix: string | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => outsideValue(prefix, each));
  return prefix !== undefined && typeof value === "string" && uuid.test(value) ? encodeId(prefix, value) : value;
}
