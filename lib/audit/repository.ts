import { and, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { auditEntries } from "@/db/schema/audit-entries";
import { memberships } from "@/db/schema/memberships";
import { organizations } from "@/db/schema/organizations";
import type { Database } from "@/lib/access/database";
import { containsText, keyset } from "@/lib/access/list";
import { BerthError } from "@/lib/errors";
import { inert, inertColumns } from "./inert";
import { nameIn, namesIn } from "./names";
import type { auditListInput } from "./schema";

const e = auditEntries;

export function auditRepository(db: Database) {
  const own = eq(e.organizationId, db.organizationId);
  return {
    async list(input: z.output<typeof auditListInput>) {
      const paging = keyset(input, {
        list: "audit.list",
        owner: db.organizationId,
        // Ids are drawn in the order of writing; the primary key then serves the order.
        sorts: { at: { by: e.id, type: "bigint" } },
        id: e.id,
        idType: "bigint",
      });
      const rows = await db.query
        .select({ entry: e, position: paging.position })
        .from(e)
        .where(and(own, paging.after, ...filtersOf(input, db.organizationId)))
        .orderBy(...paging.orderBy)
        .limit(paging.limit);
      const { data, next_cursor } = paging.page(rows);
      const names = await namesIn(
        db,
        data.map(({ entry }) => entry),
      );
      return { data: data.map(({ entry }) => shown(entry, names)), next_cursor };
    },
    async find(id: number) {
      const [row] = await db.query
        .select()
        .from(e)
        .where(and(own, eq(e.id, id)));
      if (!row) throw new BerthError("not_found", "There is no such entry.");
      const names = await namesIn(db, [row]);
      return { ...shown(row, names), names };
    },
    actors: () =>
      db.query
        .select({ id: memberships.userId, name: memberships.name })
        .from(memberships)
        .where(eq(memberships.organizationId, db.organizationId))
        .orderBy(sql`lower(${memberships.name})`)
        .limit(200),
  };
}

function filtersOf(input: z.output<typeof auditListInput>, organization: string): (SQL | undefined)[] {
  const zone = sql`(select ${organizations.timeZone} from ${organizations} where ${organizations.id} = ${organization})`;
  const begin = (day: string) => sql`(${day}::date)::timestamp at time zone ${zone}`;
  const some = (
    values: string[],
    column: typeof e.action | typeof e.operation | typeof e.recordType | typeof e.actorKind,
  ) => (values.length > 0 ? inArray(column, values) : undefined);
  return [
    some(input.action, e.action),
    some(input.operation, e.operation),
    some(input.type, e.recordType),
    some(input.via, e.actorKind),
    input.actor.length > 0 ? inArray(e.actorUserId, input.actor) : undefined,
    input.from ? gte(e.at, begin(input.from)) : undefined,
    input.to ? lt(e.at, sql`(${input.to}::date + 1)::timestamp at time zone ${zone}`) : undefined,
    containsText(input.q, e.actorLabel, e.operation, e.recordType, e.address),
  ];
}

function shown(row: typeof e.$inferSelect, names: Record<string, string>) {
  const own = nameIn(row.after) ?? nameIn(row.before);
  const reason = row.after?.reason;
  return {
    id: row.id,
    at: row.at,
    actor: inert(row.actorLabel ?? "Berth"),
    via: row.actorKind,
    operation: row.operation,
    action: row.action,
    record_type: row.recordType,
    record_id: row.recordId,
    record_name: own === null ? (names[row.recordId ?? ""] ?? null) : inert(own),
    before: inertColumns(row.before),
    after: inertColumns(row.after),
    reason: row.actorKind === "platform" && typeof reason === "string" ? inert(reason) : null,
    request_id: row.requestId,
    address: row.address === null ? null : inert(row.address),
    agent: row.agent === null ? null : inert(row.agent),
  };
}
