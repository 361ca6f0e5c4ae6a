import type { Permission } from "./permissions";

/**
 * The permission codes that clients of the GraphQL interface know, each as a set of ours (PERMISSIONS.md): whoever holds
 * the whole set holds the code.
 */
export const outsidePermissions = {
  manage_org_owner: ["organization.transfer", "organization.delete"],
  manage_team: ["members.invite", "members.manage", "members.set_role"],
  manage_apps: ["channels.manage", "keys.manage"],
  manage_carriers: ["carriers.manage"],
  manage_data: ["customers.manage", "addresses.manage"],
  manage_orders: ["orders.create", "orders.update", "orders.cancel"],
  manage_shipments: ["shipments.create", "shipments.update", "shipments.cancel"],
  manage_trackers: ["trackers.manage"],
  manage_webhooks: ["webhooks.manage"],
} as const satisfies Record<string, readonly Permission[]>;

export type OutsidePermission = keyof typeof outsidePermissions;

/** The codes whose whole sets are among these. */
export function outsidePermissionsOf(held: readonly string[]): OutsidePermission[] {
  const all = Object.entries(outsidePermissions) as [OutsidePermission, readonly Permission[]][]; // the entries of a constant
  return all.filter(([, set]) => set.every((permission) => held.includes(permission))).map(([code]) => code);
}
