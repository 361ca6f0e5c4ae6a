import { describePermission, permissions } from "@/lib/access/permissions";

const records: Record<string, string> = {
  organizations: "organization",
  memberships: "member",
  membership_branches: "place in a branch",
  roles: "role",
  role_inheritance: "role ladder",
  registration_requests: "registration request",
  ownership_transfers: "offer of ownership",
  invitations: "invitation",
  api_keys: "API key",
  sessions: "session",
  operations: "operation",
  impersonations: "support session",
  group_links: "group",
  addresses: "address",
  assets: "asset",
  branches: "branch",
  carrier_connections: "carrier connection",
  customers: "customer",
  order_lines: "order line",
  orders: "order",
  parcels: "parcel preset",
  pieces: "piece",
  products: "product",
  saved_views: "saved view",
  shipment_events: "step of a shipment",
  shipment_parcels: "parcel of a shipment",
  shipments: "shipment",
  templates: "template",
  webhook_endpoints: "webhook",
  users: "account",
  delegations: "delegation",
  imports: "import",
  audit_exports: "export of the audit trail",
  super_admins: "super admin",
  jobs: "job",
};

const verbs: Record<string, string> = {
  insert: "Created",
  update: "Changed",
  delete: "Removed",
  view: "Looked at",
  exported: "Exported list of",
  refused: "Was refused",
  used: "Used",
  downloaded: "Downloaded",
  tested: "Sent a test to",
  replayed: "Sent again to",
  rotated: "Rotated the secret of",
};

/** Events that no change of a record shows, each by its action. */
const events: Record<string, string> = {
  sign_in: "Signed in",
  sign_out: "Signed out",
  sign_out_everywhere: "Signed out everywhere",
  end_session: "Ended sessions",
  reset_requested: "Asked for a new password",
  password_reset: "Chose a new password by mail",
  password_changed: "Changed password",
  resent: "Sent the mail of a registration request again",
  suspend: "Suspended organization",
  restore: "Restored organization",
  create: "Created organization",
  invite: "Invited first owner",
  retry: "Tried a job again",
  group_requested: "Asked to form a group",
  group_joined: "Joined group",
  group_shared: "Changed what the group shares",
  group_ended: "Ended group",
  group_assigned: "Assigned person in group",
  group_taken_back: "Took membership back in group",
  search: "Searched the trails of all organizations",
  impersonate: "Began to act as member",
  stop: "Stopped support session",
  grant: "Made super admin",
  revoke: "Withdrew super admin",
  console_confirmed: "Opened the console again to super admin",
  sign_in_method_added: "Linked a way to sign in",
  sign_in_method_removed: "Unlinked a way to sign in",
  factor_enrolled: "Turned on the second factor",
  factor_replaced: "Replaced the authenticator app",
  factor_removed: "Removed the second factor",
  factor_reset: "Reset a person's second factor",
  recovery_codes_renewed: "Made new recovery codes",
  device_remembered: "Let a device be remembered",
  device_forgotten: "Asked remembered devices for the second factor again",
  opened_from_outside: "Opened the security policy from outside the allowed networks",
  released: "Let old entries go",
  asked: "Asked for a permission",
  policy_lifted: "Lifted the security policy",
  second_factor_demanded: "Changed whom the installation asks for a second factor",
};

/** By operation and kind of record, where people have words of their own for it. */
const deeds: Record<string, string> = {
  "audit.export audit_exports": "Exported the audit trail",
  "members.set_flags memberships": "Switched permissions of member",
  "audit.set_retention organizations": "Changed how long the trail is kept",
  "settings.update organizations": "Changed settings",
  "settings.rename organizations": "Renamed the organization",
  "settings.update_roles organizations": "Changed role settings",
  "preferences.update organizations": "Changed preferences",
  "policy.update organizations": "Changed the security policy",
  "workspace.update organizations": "Changed workspace configuration",
  "look.update organizations": "Changed colour",
  "look.set_visibility organizations": "Changed who sees name, logo and colour",
  "logo.replace organizations": "Uploaded logo",
  "logo.remove organizations": "Removed logo",
  "settings.change_address organizations": "Changed address",
  "organization.delete organizations": "Deleted organization",
  "test_data.delete organizations": "Deleted all test data",
  "overview.dismiss_step organizations": "Put a set-up step aside",
  "ownership.accept ownership_transfers": "Accepted ownership",
  "ownership.decline ownership_transfers": "Declined ownership",
  "ownership.cancel ownership_transfers": "Withdrew offer of ownership",
};

const failures: Record<string, string> = {
  "account.sign_in": "Failed to sign in",
  "account.confirm_factor": "Failed to confirm the second factor",
};

type Columns = Record<string, unknown> | null;
type Words = { action: string; record_type: string; operation: string; before: Columns; after: Columns };

export function recordWord(type: string): string {
  return records[type] ?? type.replaceAll("_", " ");
}

/** `Maria Tester <maria@…>` in its parts; of support that acted as her, `Sara Super <sara@…> as Maria Tester <maria@…>`, both names. */
export function actorParts(actor: string): { name: string; email: string | undefined } {
  const [, support, address, member] = /^(.*) <([^<>]*)> as (.*) <[^<>]*>$/.exec(actor) ?? [];
  if (support !== undefined) return { name: `${support} as ${member}`, email: address };
  const [, name, email] = /^(.*) <([^<>]*)>$/.exec(actor) ?? [];
  if (name !== undefined) return { name, email };
  return { name: actor.startsWith("System (") ? "Berth" : actor, email: undefined };
}

/** "Changed settings", "Revoked API key", "Was refused: View the audit trail": what happened, in words. */
export function entryWords({ action, record_type, operation, before, after }: Words): string {
  const event = events[action];
  if (event) return event;
  if (action === "failed") return failures[operation] ?? "Failed to confirm password";
  if (action === "refused") return refusalWords(operation, after);
  if (action === "insert") return insertWords(record_type, operation);
  if (action === "update") return updateWords(record_type, operation, before, after);
  if (action === "exported" && record_type === "audit_exports") return "Exported the audit trail";
  return `${verbs[action] ?? action.replaceAll("_", " ")} ${recordWord(record_type)}`;
}

/** The second is its earlier name, on old entries. */
const rotations = new Set(["keys.rotate", "keys.regenerate"]);

/** Rules and demands that refused, beside a missing permission. */
const refusedFor: Record<string, string> = {
  above_own_rights: "giving or taking more than they hold",
  owners_only: "what is the owner's alone",
  owner_protected: "changing the owner",
  owner_by_transfer: "giving ownership without a transfer",
  only_owner: "leaving it without an owner",
  self: "changing their own membership",
  built_in: "changing a built-in role",
  branch_of_others: "moving a branch of others",
  all_branches_needed: "acting for all branches",
  network_refused: "from a network that is not allowed",
  sign_in_way_refused: "a way to sign in that is not allowed",
  sign_in_issuer_refused: "signed in by an issuer that is not counted",
  sign_in_identity_refused: "signed in with an account that is not known to be theirs",
  members_only: "what a key cannot do",
  person_needed: "what only a person does, signed in",
  not_a_buyer: "lending to others than buyers",
  wrong_context: "changing members from outside",
  console_paused: "the console, after a new password by mail",
  factor_required: "without a second factor",
  proof_demanded: "without proving again who they are",
  session_over: "with a session that was over",
};

function refusalWords(operation: string, after: Columns): string {
  const why = String(after?.why ?? "");
  const times = Number(after?.times ?? 0);
  const again = times > 0 ? `, ${times} ${times === 1 ? "time" : "times"} more` : "";
  if (after?.others) return `Was refused other things${again}`;
  if (why.startsWith("impersonation_")) return `Closed to support: ${spoken(operation)}${again}`;
  return `Was refused: ${refusedFor[why] ?? permissionWords(after?.permission) ?? spoken(operation)}${again}`;
}

/** `members.set_flags` as "set flags (members)". */
function spoken(operation: string): string {
  const [noun = "", verb] = operation.replaceAll("_", " ").split(".");
  return verb ? `${verb} (${noun})` : noun;
}

function insertWords(type: string, operation: string): string {
  if (type === "sessions") return "Opened session";
  if (type === "ownership_transfers") return "Offered ownership";
  if (type === "memberships") return "Added member";
  if (type === "super_admins") return "Made super admin";
  if (type === "registration_requests") return "Asked to join";
  if (type === "api_keys" && rotations.has(operation)) return "Rotated API key";
  if (type === "impersonations") return "Support began to act as member";
  return `Created ${recordWord(type)}`;
}

function updateWords(type: string, operation: string, before: Columns, after: Columns): string {
  const record = recordWord(type);
  if (after?.revoked_at && !before?.revoked_at) {
    if (type === "sessions") return "Ended session";
    return rotations.has(operation) ? `Replaced ${record}` : `Revoked ${record}`;
  }
  if (type === "impersonations") return after?.raised_at ? "Raised support session" : "Support session ended";
  if (after?.accepted_at) return `Accepted ${record}`;
  if (type === "registration_requests" && typeof after?.state === "string")
    return `${after.state.charAt(0).toUpperCase()}${after.state.slice(1)} ${record}`;
  if (type === "registration_requests" && after?.escalated_at) return "Took overdue registration request to the owner";
  if (type === "registration_requests" && after?.reminded_at) return "Reminded of registration request";
  if (type === "memberships" && after && "role_key" in after) return "Changed role of member";
  if (type === "memberships" && after?.status === "suspended") return "Suspended member";
  if (type === "memberships" && after?.status === "active") return "Restored member";
  if (type === "memberships" && after && "second_factor" in after)
    return after.second_factor ? "Turned on the second factor" : "Second factor removed";
  return deeds[`${operation} ${type}`] ?? `Changed ${record}`;
}

function permissionWords(value: unknown): string | undefined {
  const permission = permissions.find((key) => key === value);
  return permission && describePermission(permission);
}
