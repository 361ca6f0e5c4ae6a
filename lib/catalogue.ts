import type { Catalogue } from "@/db/catalogue";
import { underImpersonation } from "@/lib/access/impersonation";
import { permissionOf } from "@/lib/access/operation";
import { flags, isByBranch, permissions } from "@/lib/access/permissions";
import { builtInRoles } from "@/lib/access/roles";
import { reservedSlugs } from "@/lib/hosts";
import { operations } from "@/lib/operations";
import { featureOf } from "@/lib/plans/words";

const flagOf = new Map<string, string>(
  Object.entries(flags).flatMap(([flag, keys]) => keys.map((key) => [key, flag] as const)),
);

/** What this version declares, as the database keeps it. */
export const catalogue: Catalogue = {
  permissions: permissions.map((key, position) => ({
    key,
    position,
    flag: flagOf.get(key) ?? null,
    byBranch: isByBranch(key),
    feature: featureOf(key) ?? null,
  })),
  operations: operations
    .map((operation) => ({
      name: operation.name,
      scope: operation.scope,
      access: operation.access,
      permission: permissionOf(operation),
      impersonation: underImpersonation(operation),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1)),
  roles: builtInRoles,
  reservedSlugs: [...reservedSlugs].sort(),
};
