import { describePermission, type Permission, permissions } from "@/lib/access/permissions";

const areas: [name: string, nouns: string[]][] = [
  ["Shipments and orders", ["shipments", "orders", "trackers"]],
  ["Customers and addresses", ["customers", "addresses"]],
  ["Assets", ["assets", "pieces"]],
  ["Routes and delivery", ["routes", "drivers", "deliveries", "location"]],
  ["Purchasing", ["purchases", "invoices"]],
  ["People", ["members", "invitations", "registrations", "roles", "delegations", "activity", "branches"]],
  ["Developers", ["keys", "webhooks", "events", "logs", "usage"]],
  ["Data", ["data", "audit"]],
];

const rest = "Organization";

export type Area = { name: string; permissions: Permission[] };

/** The catalogue in the areas that people think in, each in the catalogue's order. */
export const permissionAreas: readonly Area[] = [...areas.map(([name]) => name), rest].map((name) => ({
  name,
  permissions: permissions.filter((permission) => areaOf(permission) === name),
}));

function areaOf(permission: Permission): string {
  const noun = permission.split(".")[0] ?? "";
  return areas.find(([, nouns]) => nouns.includes(noun))?.[0] ?? rest;
}

/** What a permission lets somebody do; one that this version does not know is its key. */
export function permissionWords(permission: string): string {
  const known = permissions.find((each) => each === permission);
  return known ? describePermission(known) : permission;
}

/** The areas with what matches every typed word by area, words or key. */
export function matchingAreas(typed: string): Area[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  return permissionAreas
    .map((area) => ({
      ...area,
      permissions: area.permissions.filter((each) => fits(`${area.name} ${permissionWords(each)} ${each}`)),
    }))
    .filter(({ permissions: left }) => left.length > 0);
}
