import type { Permission } from "@/lib/access/permissions";

type Feature = { label: string; help: string; permissions: readonly Permission[] };

/**
 * What a plan may switch off. Nobody of the organization holds the permissions of a feature that is off (30_rights.sql);
 * what was made with it stays and can be read. `api` and `groups` have no permission for all that they are, and are asked
 * for by the doors and functions of theirs.
 */
export const features = {
  api: {
    label: "API keys and access tokens",
    help: "Programs call the API; off, every key and token is refused.",
    permissions: ["keys.manage"],
  },
  webhooks: {
    label: "Webhooks",
    help: "Events are sent to addresses of your own; off, nothing is sent.",
    permissions: ["webhooks.manage"],
  },
  imports: {
    label: "Imports",
    help: "Records come in as CSV files.",
    permissions: ["data.import", "shipments.import"],
  },
  exports: { label: "Exports", help: "Records go out as CSV files.", permissions: ["data.export"] },
  custom_roles: { label: "Roles of your own", help: "Roles beside the built-in ones.", permissions: ["roles.manage"] },
  branches: { label: "Branches", help: "Regions, depots or departments.", permissions: ["branches.manage"] },
  lending: { label: "Lent rights", help: "Members lend rights for a time.", permissions: ["delegations.manage"] },
  branding: { label: "Logo and colours", help: "The look is your own.", permissions: ["branding.manage"] },
  audit_export: {
    label: "Export of the audit trail",
    help: "The trail goes out as a signed file.",
    permissions: ["audit.export"],
  },
  groups: { label: "Groups", help: "A head office asks other organizations into its group.", permissions: [] },
} as const satisfies Record<string, Feature>;

export type FeatureName = keyof typeof features;
export const featureNames = Object.keys(features) as [FeatureName, ...FeatureName[]]; // the keys of the object above

/** What a plan may limit, with the least that an organization cannot do without. */
export const limits = {
  max_users: {
    label: "Seats",
    one: "seat",
    many: "seats",
    least: 1,
    help: "Active members; who is suspended takes none.",
  },
  keys: {
    label: "API keys",
    one: "API key",
    many: "API keys",
    least: 1,
    help: "Keys that work; a replaced one counts once.",
  },
  webhooks: {
    label: "Webhooks",
    one: "webhook",
    many: "webhooks",
    least: 0,
    help: "Addresses that events are sent to.",
  },
  branches: { label: "Branches", one: "branch", many: "branches", least: 0, help: "Archived ones do not count." },
  roles: {
    label: "Roles of your own",
    one: "role",
    many: "roles",
    least: 0,
    help: "Roles beside the built-in ones.",
  },
  api_calls_a_day: {
    label: "API calls a day",
    one: "call",
    many: "calls",
    least: 0,
    help: "From midnight to midnight where the organization is.",
  },
} as const;

export type LimitName = keyof typeof limits;
export const limitNames = Object.keys(limits) as [LimitName, ...LimitName[]]; // the keys of the object above

const featuresByPermission = new Map<string, FeatureName>(
  featureNames.flatMap((name) => features[name].permissions.map((permission) => [permission, name] as const)),
);

/** The feature without which nobody holds a permission. */
export function featureOf(permission: string): FeatureName | undefined {
  return featuresByPermission.get(permission);
}

/** What makes room for one more where none is left: after a limit was lowered, more than one has to go. */
export function makeRoom(verb: string, { most, used }: { most: number | null; used: number | null }): string {
  const many = Math.max(1, (used ?? 0) - (most ?? 0) + 1);
  return `${verb} ${many === 1 ? "one" : many.toLocaleString("en")} to make room.`;
}
