import type { PgColumnBuilderBase } from "drizzle-orm/pg-core";
import { pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";

/**
 * A table whose rows belong to an organization: `organization_id` first, primary key `(organization_id, id)`. The
 * fence itself is made in the migration by `berth_migrations.protect`, and db/wall.test.ts holds every table to it.
 */
export function tenantTable<Name extends string, Columns extends Record<string, PgColumnBuilderBase>>(
  name: Name,
  columns: Columns,
) {
  return pgTable(
    name,
    {
      organizationId: uuid("organization_id").notNull(),
      id: uuid("id").notNull(),
      ...columns,
    },
    (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
  );
}
