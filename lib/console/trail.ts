import { sql } from "drizzle-orm";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/lib/access/cursor";
import type { Database } from "@/lib/access/database";
import { askedFor, type Condition } from "@/lib/audit/conditions";
import { type EntryRow, shown } from "@/lib/audit/present";
import type { auditListInput } from "@/lib/audit/schema";

const columns = z.record(z.string(), z.unknown()).nullable();
const text = z.string().nullable();

/** A row of the trail as a function of the wall gives it. */
const entryColumns = z
  .object({
    organization_id: z.string(),
    id: z.coerce.number(),
    at: z.coerce.date(),
    actor_user_id: text,
    actor_label: text,
    actor_kind: text,
    credential_id: text,
    acting_as: text,
    operation: z.string(),
    record_type: z.string(),
    record_id: text,
    action: z.string(),
    before: columns,
    after: columns,
    request_id: text,
    address: text,
    agent: text,
  })
  .transform(
    (row): EntryRow => ({
      organizationId: row.organization_id,
      id: row.id,
      at: row.at,
      actorUserId: row.actor_user_id,
      actorLabel: row.actor_label,
      actorKind: row.actor_kind,
      credentialId: row.credential_id,
      actingAs: row.acting_as,
      operation: row.operation,
      recordType: row.record_type,
      recordId: row.record_id,
      action: row.action,
      before: row.before,
      after: row.after,
      requestId: row.request_id,
      address: row.address,
      agent: row.agent,
    }),
  );

const trailRow = z.object({ entry: entryColumns }).transform(({ entry }) => entry);

type Asked = z.output<typeof auditListInput>;

type Turn = { conditions: Condition[]; after: number | null; ascending: boolean; limit: number };

/** One page of a trail that only the console reads: the same words, filters and cursors as the organization's own. */
async function pageOf(
  list: string,
  { cursor, limit, sort, ...filters }: Asked,
  me: string,
  rowsOf: (turn: Turn) => Promise<EntryRow[]>,
) {
  const place = { list, owner: "platform", sort, filters };
  const after = cursor === undefined ? null : Number(decodeCursor(cursor, place)[1]);
  const conditions = askedFor({ ...filters }, me);
  const found = await rowsOf({ conditions, after, ascending: sort === "at", limit });
  const data = found.slice(0, limit);
  const last = data.at(-1);
  return {
    data,
    next_cursor: found.length > limit && last ? encodeCursor([String(last.id), String(last.id)], place) : null,
  };
}

const closed = (row: EntryRow) => ({ ...shown(row, {}), record_path: null });

/** The platform's own log. */
export async function platformTrail(db: Database, input: Asked, me: string) {
  const { data, next_cursor } = await pageOf("platform.audit", input, me, ({ conditions, after, ascending, limit }) =>
    db.rows(
      sql`select entry from guard.platform_trail(${JSON.stringify(conditions)}::jsonb, ${after}::bigint, ${ascending}, ${limit + 1}) entry`,
      trailRow,
    ),
  );
  return { data: data.map(closed), next_cursor };
}

/** Every organization's trail; each that is shown has it on its record. */
export async function everyTrail(db: Database, input: Asked, me: string) {
  const { data, next_cursor } = await pageOf("platform.trails", input, me, ({ conditions, after, ascending, limit }) =>
    db.rows(
      sql`select entry from guard.search_all_trails(${JSON.stringify(conditions)}::jsonb, ${input.q}, ${after}::bigint, ${ascending}, ${limit}) entry`,
      trailRow,
    ),
  );
  const ids = `{${[...new Set(data.map(({ organizationId }) => organizationId))].join(",")}}`;
  const names = await db.call(sql`guard.organization_names(${ids}::uuid[])`, z.record(z.string(), z.string()));
  return {
    data: data.map((row) => ({
      ...closed(row),
      organization: { id: row.organizationId, name: names[row.organizationId] ?? "A deleted organization" },
    })),
    next_cursor,
  };
}
