import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { flags, type Permission, permissions } from "@/lib/access/permissions";

const known = new Set<string>(permissions);
const isPermission = (text: string): text is Permission => known.has(text);

const roleRow = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  position: z.number(),
  permissions: z.array(z.string()),
  inherits: z.array(z.string()),
  /** What the organization's plan takes from every role. */
  withheld: z.array(z.string()).default([]),
});

export type RoleRow = z.input<typeof roleRow>;
export type Role = Omit<RoleRow, "inherits" | "permissions" | "withheld"> & { permissions: Permission[] };
export type Roles = ReadonlyMap<string, Role>;

/** The organization's roles in their order, each with everything that it gives, inherited or its own. */
export async function loadRoles(db: Database): Promise<Roles> {
  const [row] = await db.rows(
    // The inheritance is read whole: a question for each role would ask the fence for each of them.
    sql`with inherited as materialized (select role_key, array_agg(inherits_key) as inherits from role_inheritance
          where organization_id = ${db.organizationId} group by role_key)
        select coalesce(json_agg(json_build_object('key', r.key, 'name', r.name, 'description', r.description, 'position', r.position,
            'permissions', r.permissions, 'withheld', (select guard.withheld_permissions()),
            'inherits', coalesce((select i.inherits from inherited i where i.role_key = r.key), '{}'))
          order by r.position, r.name), '[]') as roles
        from roles r where r.organization_id = ${db.organizationId}`,
    z.object({ roles: z.array(roleRow) }),
  );
  return closeRoles(row?.roles ?? []);
}

/** Closure over inheritance, as `guard.role_rights` computes it. */
export function closeRoles(rows: RoleRow[]): Roles {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return new Map(
    rows.map(({ inherits, withheld = [], ...row }) => {
      const held = new Set<string>();
      const seen = new Set<string>();
      const collect = (key: string) => {
        const role = byKey.get(key);
        if (!role || seen.has(key)) return;
        seen.add(key);
        for (const permission of role.permissions) held.add(permission);
        for (const next of role.inherits) collect(next);
      };
      collect(row.key);
      return [
        row.key,
        { ...row, permissions: [...held].filter(isPermission).filter((each) => !withheld.includes(each)) },
      ];
    }),
  );
}

/** What a member holds through role and flags. */
export function permissionsOf(roles: Roles, member: { roleKey: string; flags: string[] }): Permission[] {
  const ofFlags = Object.entries(flags).flatMap(([flag, held]) => (member.flags.includes(flag) ? held : []));
  return [...(roles.get(member.roleKey)?.permissions ?? []), ...ofFlags];
}
