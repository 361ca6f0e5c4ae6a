/**
 * The permission catalogue (PERMISSIONS.md): key, position in the bit string, what it lets somebody do. Positions are
 * append-only: a stored right is a bit, so an entry is never moved or reused.
 */
const catalogue = [
  ["organization.view", "Enter the organization, see its name, the people's names and your own rights"],
  ["orders.view", "View orders"],
  ["shipments.view", "View shipments"],
  ["trackers.view", "View trackers"],
  ["routes.view", "View routes"],
  ["orders.create", "Create orders"],
  ["orders.update", "Change orders"],
  ["orders.cancel", "Cancel orders"],
  ["shipments.create", "Create shipments"],
  ["shipments.update", "Change shipments"],
  ["shipments.cancel", "Cancel shipments"],
  ["trackers.manage", "Add, change and remove trackers"],
  ["customers.view", "View customers"],
  ["addresses.view", "View addresses"],
  ["customers.manage", "Add, change and remove customers"],
  ["addresses.manage", "Add, change and remove addresses"],
  ["assets.view", "View vehicles and equipment"],
  ["pieces.view", "View pieces"],
  ["assets.manage", "Add, change and remove vehicles and equipment"],
  ["pieces.manage", "Add, change and remove pieces"],
  ["members.invite", "Invite people"],
  ["members.set_flags", "Switch permission flags of members"],
  ["shipments.import", "Import shipments"],
  ["data.import", "Import other records"],
  ["registrations.view", "View registration requests"],
  ["invitations.view", "View invitations"],
  ["invitations.revoke", "Revoke invitations"],
  ["roles.view", "View roles"],
  ["branches.view", "View branches"],
  ["settings.view", "View settings"],
  ["keys.view", "View API keys"],
  ["webhooks.view", "View webhooks"],
  ["events.view", "View events"],
  ["usage.view", "View usage"],
  ["activity.view", "View what members do"],
  ["delegations.manage", "Lend rights to others for a time"],
  ["routes.view_own", "View your own routes"],
  ["purchases.approve", "Approve purchases"],
  ["invoices.approve", "Approve invoices"],
  ["routes.manage", "Plan routes"],
  ["drivers.assign", "Assign drivers"],
  ["deliveries.prove", "Record proof of delivery"],
  ["location.report", "Report your location"],
  ["registrations.decide", "Decide on registration requests"],
  ["members.view", "View members with role and status"],
  ["members.manage", "Suspend and remove members"],
  ["members.set_role", "Change roles of members"],
  ["roles.manage", "Make and change roles"],
  ["branches.manage", "Make and change branches"],
  ["settings.manage", "Change settings"],
  ["branding.manage", "Change logo and colours"],
  ["domains.manage", "Manage domains"],
  ["carriers.manage", "Manage carrier connections"],
  ["webhooks.manage", "Manage webhooks"],
  ["keys.manage", "Create, rotate and revoke API keys"],
  ["logs.view", "View API logs"],
  ["audit.view", "View the audit trail"],
  ["audit.export", "Export the audit trail"],
  ["sso.manage", "Manage single sign-on"],
  ["channels.manage", "Manage sales channels"],
  ["templates.manage", "Manage document templates"],
  ["catalog.contribute", "Contribute to the shared catalogue"],
  ["shares.manage", "Share records with other organizations"],
  ["billing.manage", "Manage plan and billing"],
  ["data.export", "Export data"],
  ["organization.transfer", "Transfer ownership"],
  ["organization.delete", "Delete the organization"],
] as const;

export type Permission = (typeof catalogue)[number][0];

/** Held by super admins through the platform door only; no bit of a membership. */
export type PlatformPermission =
  | "platform.view"
  | "platform.manage"
  | "platform.impersonate"
  /** Scopes of a server's credential, and of nobody else. */
  | "server.organizations.create"
  | "server.members.invite";

export const permissions: readonly Permission[] = catalogue.map(([key]) => key);

const positions = new Map(catalogue.map(([key], position) => [key, position]));
const descriptions = new Map<Permission, string>(catalogue);

/** Position of a permission in the 256-bit string. */
export function permissionPosition(permission: Permission): number {
  return positions.get(permission) ?? -1;
}

export function describePermission(permission: Permission): string {
  return descriptions.get(permission) ?? permission;
}

const ownedByBranches = new Set(
  "orders shipments trackers routes customers addresses assets pieces purchases invoices drivers deliveries location".split(
    " ",
  ),
);

/** Whether a permission is about records that branches own: it then holds in the branches of its holder only. */
export function isByBranch(permission: Permission): boolean {
  return ownedByBranches.has(permission.split(".")[0] ?? "");
}

/** The eight switches of a member; a flag is a set of permissions. */
export const flags = {
  view_orders: ["orders.view", "shipments.view", "trackers.view", "routes.view"],
  act_orders: [
    "orders.create",
    "orders.update",
    "orders.cancel",
    "shipments.create",
    "shipments.update",
    "shipments.cancel",
    "trackers.manage",
  ],
  view_customers: ["customers.view", "addresses.view"],
  act_customers: ["customers.manage", "addresses.manage"],
  view_assets: ["assets.view", "pieces.view"],
  act_assets: ["assets.manage", "pieces.manage"],
  send_invites: ["members.invite"],
  manage_permissions: ["members.set_flags"],
} as const satisfies Record<string, readonly Permission[]>;

export type Flag = keyof typeof flags;

/** Reads the 64 hex digits that the database answers with: which permissions a handle holds. */
export class Rights {
  readonly #digits: string;

  constructor(hex: string) {
    this.#digits = hex;
  }

  has(permission: Permission): boolean {
    const position = permissionPosition(permission);
    const digit = Number.parseInt(this.#digits[position >> 2] ?? "0", 16);
    return position >= 0 && ((digit >> (3 - (position & 3))) & 1) === 1;
  }

  list(): Permission[] {
    return permissions.filter((permission) => this.has(permission));
  }
}
