import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import type { Database } from "@/lib/access/database";
import { keyset } from "@/lib/access/list";
import { inMode } from "@/lib/access/mode";
import { spanOf } from "@/lib/access/span";
import { BerthError } from "@/lib/errors";
import type { ListEventsInput } from "./schema";

const keptDays = 30;

/**
 * Events in the order of their transactions. One is shown when no transaction that is older than its own still runs, so
 * whoever follows the order meets no late neighbour behind them. Numbers beyond the present ones came with a restored copy.
 */
const settled = sql`(${events.txid} < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
  or ${events.txid} >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint)`;

export function eventsRepository(db: Database) {
  const own = and(eq(events.organizationId, db.organizationId), inMode(db, events.testMode));
  const kept = sql`${events.createdAt} > now() - make_interval(days => ${keptDays})`;

  async function find(id: string) {
    const [row] = await db.query
      .select()
      .from(events)
      .where(and(own, kept, eq(events.id, id)));
    if (!row) throw new BerthError("not_found", "There is no such event.");
    return row;
  }

  return {
    find,
    async list(input: ListEventsInput) {
      const sort = input.after ? ("at" as const) : input.sort;
      const at = keyset(
        { ...input, sort },
        {
          list: "events.list",
          owner: db.organizationId,
          sorts: { at: { by: events.txid, type: "bigint" } },
          id: events.seq,
          idType: "bigint",
        },
      );
      if (at.kept) db.keepPlans();
      const from = input.after ? await find(input.after) : undefined;
      const rows = await db.query
        .select({
          id: events.id,
          type: events.type,
          recordId: events.recordId,
          record: events.record,
          testMode: events.testMode,
          createdAt: events.createdAt,
          position: at.position,
        })
        .from(events)
        .where(
          and(
            own,
            kept,
            settled,
            from && sql`(${events.txid}, ${events.seq}) > (${from.txid}::bigint, ${from.seq}::bigint)`,
            at.after,
            ...filtersOf(db, input),
          ),
        )
        .orderBy(...at.orderBy)
        .limit(at.limit);
      return at.page(rows);
    },
  };
}

function filtersOf(db: Database, { type, record, mode, ...span }: ListEventsInput): (SQL | undefined)[] {
  const { start, end } = spanOf(db, span);
  return [
    type.length > 0 ? inArray(events.type, type) : undefined,
    record ? eq(events.recordId, record) : undefined,
    mode.length === 1 ? eq(events.testMode, mode[0] === "test") : undefined,
    start && sql`${events.createdAt} >= ${start}`,
    end && sql`${events.createdAt} < ${end}`,
  ];
}
