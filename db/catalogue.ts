import { createHash } from "node:crypto";
import type postgres from "postgres";

/** What the code declares and the database must know: the wall looks an operation's permission up by itself. */
export type Catalogue = {
  /** `byBranch`: held branch by branch, since it is about records that branches own. */
  /** `feature`: what a plan may switch off, and this permission with it. */
  permissions: { key: string; position: number; flag: string | null; byBranch: boolean; feature: string | null }[];
  operations: { name: string; scope: string; access: string; permission: string | null; impersonation: string }[];
  roles: { key: string; name: string; description: string; inherits: string[]; permissions: string[] }[];
  /** Words that no organization takes as its address. */
  reservedSlugs: string[];
};

/** Recorded beside the migrations, so that a start can tell whether database and code agree. */
export const catalogueRecord = "catalogue";

export function catalogueHash(catalogue: Catalogue): string {
  return createHash("sha256").update(JSON.stringify(catalogue)).digest("hex");
}

/**
 * Makes the database's permissions, operations, built-in roles and reserved words equal to the code's, in one transaction. Built-in
 * roles of existing organizations follow, and with them the rights of their members.
 */
export async function syncCatalogue(sql: postgres.Sql, catalogue: Catalogue): Promise<void> {
  const hash = catalogueHash(catalogue);
  const known = await sql`select 1 from berth_migrations.repeatable where name = ${catalogueRecord} and hash = ${hash}`;
  if (known.length > 0) return;
  await sql.begin(async (transaction) => {
    await transaction`set local role berth_guard`;
    await transaction`delete from guard.operations`;
    for (const { key, position, flag, byBranch, feature } of catalogue.permissions)
      await transaction`insert into guard.permissions (position, key, flag, by_branch, feature)
        values (${position}, ${key}, ${flag}, ${byBranch}, ${feature}) on conflict (position) do update
        set key = excluded.key, flag = excluded.flag, by_branch = excluded.by_branch, feature = excluded.feature`;
    for (const { name, scope, access, permission, impersonation } of catalogue.operations)
      await transaction`insert into guard.operations (name, scope, access, permission, impersonation, position)
        values (${name}, ${scope}, ${access}, ${permission}, ${impersonation},
          (select position from guard.permissions where key = ${permission}))`;
    await transaction`delete from guard.built_in_roles`;
    for (const [position, role] of catalogue.roles.entries())
      await transaction`insert into guard.built_in_roles (key, name, description, position, inherits, permissions)
        values (${role.key}, ${role.name}, ${role.description}, ${position}, ${role.inherits}, ${role.permissions})`;
    await transaction`delete from guard.reserved_slugs`;
    await transaction`insert into guard.reserved_slugs (slug) select unnest(${catalogue.reservedSlugs}::text[])`;
    await transaction`update public.roles r set name = b.name, description = b.description, permissions = b.permissions
      from guard.built_in_roles b where r.built_in and r.key = b.key
        and (r.name, r.description, r.permissions) is distinct from (b.name, b.description, b.permissions)`;
    await transaction`select guard.store_rights(organization_id, membership_id) from guard.rights where limited`;
    await transaction`select guard.store_plan(id) from public.organizations where guard.withheld_features(id) <> '{}'`;
    await transaction`reset role`;
    await transaction`insert into berth_migrations.repeatable (name, hash) values (${catalogueRecord}, ${hash})
      on conflict (name) do update set hash = excluded.hash, applied_at = now()`;
  });
}
