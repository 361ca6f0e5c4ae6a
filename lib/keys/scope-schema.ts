import { z } from "zod";
import { type Permission, permissions, type Rights } from "@/lib/access/permissions";

/** What a key can be let into, as its page and REST name it: the noun of permissions. */
export const keyResources = {
  orders: "Orders",
  shipments: "Shipments",
  customers: "Customers",
  addresses: "Addresses",
  assets: "Assets",
  pieces: "Pieces",
  carriers: "Carrier connections",
  templates: "Document templates",
  data: "Imports and exports",
  members: "Members",
  registrations: "Registration requests",
  invitations: "Invitations",
  roles: "Roles",
  delegations: "Loans of rights",
  branches: "Branches",
  settings: "Settings",
  branding: "Logo and colours",
  activity: "Activity",
  usage: "Usage",
  events: "Events",
  webhooks: "Webhooks",
  logs: "API logs",
  audit: "Audit trail",
  keys: "API keys",
} as const;

export type KeyResource = keyof typeof keyResources;
export type Level = "read" | "write";
export type Scopes = Partial<Record<KeyResource, Level>>;

export const resourceNames = Object.keys(keyResources) as KeyResource[]; // the names just above

const reading = new Set(["view", "view_own", "export"]);
const never = new Set<Permission>(["organization.transfer", "organization.delete", "keys.manage"]);

/** The scope that opens a permission, such as `orders` to `read`; null where every key holds it or none does. */
export function scopeOf(permission: Permission): { resource: KeyResource; level: Level } | null {
  const [noun = "", verb = ""] = permission.split(".");
  const resource = resourceNames.find((name) => name === noun);
  if (!resource || never.has(permission)) return null;
  return { resource, level: reading.has(verb) ? "read" : "write" };
}

/** The levels of each resource that whoever holds these rights may give to a key. */
export function givableScopes(rights: Pick<Rights, "has">): Record<KeyResource, Level[]> {
  const held = permissions.filter((permission) => rights.has(permission)).map(scopeOf);
  const levels = (name: KeyResource) =>
    (["read", "write"] as const).filter((level) =>
      held.some((each) => each?.resource === name && each.level === level),
    );
  return Object.fromEntries(resourceNames.map((name) => [name, levels(name)])) as Record<KeyResource, Level[]>; // all of them
}

/** Reading of all that whoever holds these rights may read: what a key can unless somebody chooses. */
export function readingScopes(rights: Pick<Rights, "has">): Scopes {
  const given = givableScopes(rights);
  return Object.fromEntries(resourceNames.filter((name) => given[name].includes("read")).map((name) => [name, "read"]));
}

const level = z.enum(["none", "read", "write"]);

/** Levels by resource; what is not named is closed. */
export const scopesInput = z
  .strictObject(
    Object.fromEntries(resourceNames.map((name) => [name, level.optional()])) as Record<
      KeyResource,
      z.ZodOptional<typeof level>
    >,
  ) // one for each name
  .transform((given): Scopes => Object.fromEntries(Object.entries(given).filter(([, each]) => each !== "none")));
