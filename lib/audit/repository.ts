import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { auditEntries } from "@/db/schema/audit-entries";
import { memberships } from "@/db/schema/memberships";
import { decodeCursor, encodeCursor } from "@/lib/access/cursor";
import type { Database } from "@/lib/access/database";
import { BerthError } from "@/lib/errors";
import { askedFor, type Condition } from "./conditions";
import { namesIn } from "./names";
import { outsideNames } from "./outside";
import { shown } from "./present";
import type { auditListInput } from "./schema";

const e = auditEntries;

export type AuditSearch = { conditions: Condition[]; after: number | null; sort: "at" | "-at"; limit: number };

export function auditRepository(db: Database) {
  const own = eq(e.organizationId, db.organizationId);
  return {
    async list(input: z.output<typeof auditListInput>, me: string | null = null) {
      const { cursor, limit, sort, ...filters } = input;
      const place = { list: "audit.list", owner: db.organizationId, sort, filters };
      const after = cursor === undefined ? null : Number(decodeCursor(cursor, place)[1]);
      const found = await this.search({ conditions: askedFor(input, me), after, sort, limit: limit + 1 });
      const rows = found.slice(0, limit);
      const names = await namesIn(db, rows);
      const last = rows.at(-1);
      return {
        data: rows.map((entry) => shown(entry, names)),
        next_cursor: found.length > limit && last ? encodeCursor([String(last.id), String(last.id)], place) : null,
      };
    },
    /** Whole entries that meet every condition, beside `after` in the order. Ids are drawn in the order of writing. */
    search({ conditions, after, sort, limit }: AuditSearch) {
      const ascending = sort === "at";
      return db.query
        .select()
        .from(e)
        .where(
          and(
            own,
            sql`${e.id} in (select guard.search_audit(${JSON.stringify(conditions)}::jsonb, ${after}::bigint, ${ascending}, ${limit}))`,
          ),
        )
        .orderBy(ascending ? asc(e.id) : desc(e.id));
    },
    /** As search, as they are shown. */
    async page(asked: AuditSearch) {
      const rows = await this.search(asked);
      const names = await namesIn(db, rows);
      return rows.map((entry) => shown(entry, names));
    },
    async find(id: number) {
      const [row] = await db.query
        .select()
        .from(e)
        .where(and(own, eq(e.id, id)));
      if (!row) throw new BerthError("not_found", "There is no such entry.");
      const names = await namesIn(db, [row]);
      return { ...shown(row, names), names: outsideNames(row, names) };
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
