import { type AnyOperation, permissionOf } from "./operation";

/** What an operation is to a super admin who acts as a member: a look, an act of a raised session, its own, or closed. */
export type UnderImpersonation = "look" | "act" | "own" | "closed";

/**
 * All that a raised support session may write: the daily work. What is not here is closed to it, a new operation too:
 * never people, roles, flags, invitations, requests, keys, secrets, settings, ownership, deletion, imports, exports.
 */
export const raisedActs: readonly string[] = [
  "shipments.create",
  "shipments.update",
  "shipments.set_status",
  "shipments.set_status_many",
  "shipments.cancel",
  "orders.create",
  "orders.update",
  "orders.confirm",
  "orders.fulfil",
  "orders.cancel",
  "pieces.create",
  "pieces.update",
  "customers.create",
  "customers.update",
  "addresses.create",
  "addresses.update",
  "products.create",
  "products.update",
  "parcels.create",
  "parcels.update",
  "assets.create",
  "assets.update",
];

const ownOperations = ["impersonation.raise", "impersonation.stop"];

/** Reads by which data leaves, or by which powers are used that support never has. */
const closedPermissions = ["data.export", "audit.export", "data.import", "keys.manage", "organization.transfer"];

/** Where an operation of an organization stands under impersonation; the database keeps the answer and judges by it. */
export function underImpersonation(operation: AnyOperation): UnderImpersonation {
  const { name, scope, access } = operation;
  if (scope !== "organization") return "closed";
  if (ownOperations.includes(name)) return "own";
  if (access === "write") return raisedActs.includes(name) ? "act" : "closed";
  return closedPermissions.includes(permissionOf(operation) ?? "") ? "closed" : "look";
}
