import { flags, type Permission, permissions } from "./permissions";

export type BuiltInRole = {
  key: string;
  name: string;
  description: string;
  inherits: string[];
  permissions: Permission[];
};

const ownersOnly: Permission[] = ["organization.transfer", "organization.delete"];

/** The built-in roles of PERMISSIONS.md. Every organization gets them as rows; they are locked and can be copied. */
export const builtInRoles: BuiltInRole[] = [
  {
    key: "staff",
    name: "Staff",
    description: "Enters the organization; everything else comes from flags.",
    inherits: [],
    permissions: [],
  },
  {
    key: "user",
    name: "User",
    description: "Views and creates shipments.",
    inherits: [],
    permissions: ["shipments.view", "shipments.create"],
  },
  {
    key: "dispatcher",
    name: "Dispatcher",
    description: "Plans routes, assigns drivers, follows trackers.",
    inherits: ["user"],
    permissions: ["routes.view", "routes.manage", "drivers.assign", "trackers.view", "trackers.manage"],
  },
  {
    key: "driver",
    name: "Driver",
    description: "Drives own routes and records proof of delivery.",
    inherits: ["user"],
    permissions: ["routes.view_own", "deliveries.prove", "location.report"],
  },
  {
    key: "buyer",
    name: "Buyer",
    description: "Creates orders.",
    inherits: ["user"],
    permissions: ["orders.view", "orders.create"],
  },
  {
    key: "manager",
    name: "Manager",
    description: "Approves purchases and invoices, sees members and their activity.",
    inherits: ["buyer"],
    permissions: ["purchases.approve", "invoices.approve", "members.view", "activity.view", "delegations.manage"],
  },
  {
    key: "member",
    name: "Member",
    description: "Daily work: orders, shipments, trackers, customers, addresses, assets.",
    inherits: ["user"],
    permissions: [
      ...flags.view_orders,
      ...flags.act_orders,
      ...flags.view_customers,
      ...flags.act_customers,
      ...flags.view_assets,
      ...flags.act_assets,
    ],
  },
  {
    key: "developer",
    name: "Developer",
    description: "Manages webhooks and keys, reads API logs.",
    inherits: [],
    permissions: ["webhooks.view", "webhooks.manage", "keys.view", "keys.manage", "logs.view", "events.view"],
  },
  {
    key: "admin",
    name: "Org admin",
    description: "The whole organization but ownership.",
    inherits: ["dispatcher", "driver", "manager", "member", "developer"],
    permissions: permissions.filter((permission) => !ownersOnly.includes(permission)),
  },
  {
    key: "owner",
    name: "Owner",
    description: "Everything, with transfer and deletion. Exactly one.",
    inherits: ["admin"],
    permissions: ownersOnly,
  },
];

const aliases = new Map([
  ["ROLE_USER", "user"],
  ["ROLE_DRIVER", "driver"],
  ["ROLE_DISPATCHER", "dispatcher"],
  ["ROLE_ORG_ADMIN", "admin"],
]);

/** `ROLE_*` spellings are accepted wherever a role key is read. */
export function normalizeRoleKey(text: string): string {
  return aliases.get(text) ?? text;
}

/** The `ROLE_*` spelling of a role, where it has one. */
export function roleAlias(key: string): string | null {
  return [...aliases].find(([, own]) => own === key)?.[0] ?? null;
}

export function builtInRoleName(key: string): string {
  return builtInRoles.find((role) => role.key === key)?.name ?? key;
}
