import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "@/lib/access/database";
import type { Permission } from "@/lib/access/permissions";
import { nowhere } from "./choose";

type Column = PgColumn | SQL;

/** Rows of these branches and of all below them; where none is chosen, of all. */
export function inBranches(db: Database, column: Column, chosen: string[]): SQL | undefined {
  return chosen.length === 0 ? undefined : sql`${column} in (${branchesBelow(db, chosen)})`;
}

/** Members by name in these branches: placed in one of them, above it or below it. */
export function membersOfBranches(db: Database, chosen: string[]): SQL | undefined {
  if (chosen.length === 0) return undefined;
  return sql`exists (select from membership_branches g where g.organization_id = ${db.organizationId}
    and g.membership_id = memberships.id and (g.branch_id in (${branchesBelow(db, chosen)})
      or g.branch_id in (${branchesAbove(db, chosen)})))`;
}

/**
 * For lists of people of some branches: rows that the policies would hide one by one are left out before they are asked,
 * at once and by an index where there is one. The policies still judge what is left.
 */
export function withinReach(
  db: Database,
  column: Column,
  permission: Permission,
  { shared }: { shared: boolean },
): SQL | undefined {
  if (!db.limited) return undefined;
  const scope = sql`(select guard.branch_scope(${permission}))`;
  const ofNone = shared ? sql`true` : sql`(select ${nowhere}::uuid = any (guard.branch_scope(${permission})))`;
  return sql`(${column} = any (${scope}::uuid[]) or (${column} is null and ${ofNone}))`;
}

function branchesBelow(db: Database, chosen: string[]): SQL {
  return sql`with recursive below as (
      select id from branches where organization_id = ${db.organizationId} and id = any (${sql.param(chosen)}::uuid[])
      union select b.id from below t join branches b on b.organization_id = ${db.organizationId} and b.parent_id = t.id)
    select id from below`;
}

function branchesAbove(db: Database, chosen: string[]): SQL {
  return sql`with recursive above as (
      select parent_id from branches where organization_id = ${db.organizationId} and id = any (${sql.param(chosen)}::uuid[])
      union select b.parent_id from above t join branches b on b.organization_id = ${db.organizationId} and b.id = t.parent_id)
    select parent_id from above`;
}
