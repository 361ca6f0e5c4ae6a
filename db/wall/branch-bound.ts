/** What the policies of a table that branches own ask for: the permission to view, to make and to change its rows. */
export type BranchBound = { view: string; create: string; change: string; shared?: true };

const ofShipments = { view: "shipments.view", create: "shipments.create", change: "shipments.update" };
const ofOrders = { view: "orders.view", create: "orders.create", change: "orders.update" };

/**
 * Every table whose rows belong to branches. `shared`: rows of no branch are everybody's who may view in any branch,
 * as an organization's common address book is; elsewhere they are for those alone who are of all branches.
 */
export const branchBound: Record<string, BranchBound> = {
  shipments: ofShipments,
  shipment_parcels: ofShipments,
  shipment_events: ofShipments,
  orders: ofOrders,
  order_lines: ofOrders,
  pieces: { view: "pieces.view", create: "pieces.manage", change: "pieces.manage" },
  assets: { view: "assets.view", create: "assets.manage", change: "assets.manage" },
  customers: { view: "customers.view", create: "customers.manage", change: "customers.manage", shared: true },
  addresses: { view: "addresses.view", create: "addresses.manage", change: "addresses.manage", shared: true },
};

/** Tables that name a branch without belonging to it, and why. */
export const notBranchBound: Record<string, string> = {
  membership_branches: "who is where; shown with the members, who are the whole organization's",
};

const unlimited = "(num_nonnulls(pg_current_xact_id_if_assigned()) <> 1)";

const asks = (name: string, permission: string): string =>
  `(${unlimited} OR guard.${name}(branch_id, '${permission}'::text))`;

const ofBranch = (column: string): string => `(${unlimited} OR guard.is_of_branch(${column}))`;

/** The policies of the branches themselves: nobody who is limited reaches another one. */
const branchesOwn: Record<string, (string | null)[]> = {
  r: [ofBranch("id"), null],
  a: [null, ofBranch("parent_id")],
  w: [ofBranch("id"), ofBranch("id")],
  d: [ofBranch("id"), null],
};

const own = `(${unlimited} OR guard.is_own(membership_id))`;
const ofOwnImport = `(${unlimited} OR guard.is_own_import(import_id))`;

/** What lies beside records: the trail, and the files that people bring and take. */
const beside: Record<string, Record<string, (string | null)[]>> = {
  events: { r: [`(${unlimited} OR guard.sees_entry(record_type, record_id))`, null] },
  entries: { r: [`(${unlimited} OR guard.sees_entry(record_type, record_id))`, null] },
  imports: { r: [own, null], w: [own, own] },
  import_faults: { r: [ofOwnImport, null], a: [null, ofOwnImport], d: [ofOwnImport, null] },
  audit_exports: { r: [own, null], w: [own, own] },
  api_calls: { r: [own, null] },
  usage_days: { r: [`(${unlimited} OR guard.is_own(NULL::uuid))`, null] },
  record_days: { r: [`(${unlimited} OR guard.is_own(NULL::uuid))`, null] },
};

/** The policies as the catalogue prints them: command, what is read by, what is written by. */
function scopesOf({ view, create, change, shared }: BranchBound): Record<string, (string | null)[]> {
  return {
    r: [asks(shared ? "in_branch_or_shared" : "in_branch", view), null],
    a: [null, asks("may_act_in_branch", create)],
    w: [asks("may_act_in_branch", change), asks("may_act_in_branch", change)],
    d: [asks("may_act_in_branch", change), null],
  };
}

/** What the policies of each table may say, by command. */
export const scopes: Record<string, Record<string, (string | null)[]>> = {
  ...Object.fromEntries(Object.entries(branchBound).map(([name, table]) => [name, scopesOf(table)])),
  branches: branchesOwn,
  ...beside,
};

export const scopeExpressions: string[] = Object.values(scopes)
  .flatMap((commands) => Object.values(commands).flat())
  .filter((expression) => expression !== null);
