import { isIP } from "node:net";
import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { apiCalls as c } from "@/db/schema/api-calls";
import type { Database } from "@/lib/access/database";
import { containsText, keyset } from "@/lib/access/list";
import { inMode } from "@/lib/access/mode";
import { spanOf } from "@/lib/access/span";
import { BerthError } from "@/lib/errors";
import { decodeId } from "@/lib/ids";
import type { ListLogsInput } from "./schema";

const listed = {
  id: c.id,
  number: c.number,
  at: c.at,
  method: c.method,
  path: c.path,
  status: c.status,
  error: c.error,
  milliseconds: c.milliseconds,
  credentialKind: c.credentialKind,
  credentialId: c.credentialId,
  membershipId: c.membershipId,
  caller: c.caller,
  address: c.address,
  requestId: c.requestId,
  testMode: c.testMode,
};

export function logsRepository(db: Database) {
  const own = and(eq(c.organizationId, db.organizationId), inMode(db, c.testMode));

  async function one(condition: SQL) {
    const [row] = await db.query.select().from(c).where(and(own, condition));
    if (!row) throw new BerthError("not_found", "There is no such call.");
    return row;
  }

  return {
    find: (id: string) => one(eq(c.id, id)),
    findByNumber: (number: number) => one(eq(c.number, number)),
    async list(input: ListLogsInput) {
      const at = keyset(input, {
        list: "logs.list",
        owner: db.organizationId,
        // Ids are sorted by the time at which calls came in.
        sorts: { at: { by: c.id, type: "uuid" } },
        id: c.id,
      });
      if (at.kept) db.keepPlans();
      const rows = await db.query
        .select({ ...listed, position: at.position })
        .from(c)
        .where(and(own, at.after, ...filtersOf(db, input)))
        .orderBy(...at.orderBy)
        .limit(at.limit);
      return at.page(rows);
    },
    async changesOf(requestId: string | null) {
      if (requestId === null) return 0;
      const [row] = await db.rows(
        sql`select count(*) as count from audit.entries e
          where e.organization_id = ${db.organizationId} and e.request_id = ${requestId}::uuid`,
        z.object({ count: z.coerce.number() }),
      );
      return row?.count ?? 0;
    },
  };
}

/** Also where the answer was 200, as GraphQL's are. */
const failed = sql`(${c.status} >= 400 or ${c.error} is not null)`;

function filtersOf(db: Database, input: ListLogsInput): (SQL | undefined)[] {
  const { method, by, address, request, entity, path } = input;
  return [
    method.length > 0 ? inArray(c.method, method) : undefined,
    statusOf(input.status),
    input.errors === "only" ? failed : input.errors === "none" ? sql`not ${failed}` : undefined,
    input.q ? meant(input.q) : undefined,
    path ? sql`starts_with(${c.path}, ${path})` : undefined,
    by?.key ? and(eq(c.credentialKind, "key"), eq(c.credentialId, by.key)) : undefined,
    by?.member ? eq(c.membershipId, by.member) : undefined,
    address ? eq(c.address, address) : undefined,
    request ? eq(c.requestId, request) : undefined,
    entity ? touched(entity) : undefined,
    ...within(db, input),
  ];
}

/** What somebody typed, by its form. */
function meant(text: string): SQL | undefined {
  if (/^[1-5]\d\d$/.test(text)) return eq(c.status, Number(text));
  const [key, member] = [decodeId("apk", text), decodeId("mem", text)];
  if (/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)) return eq(c.requestId, text);
  if (key) return or(eq(c.credentialId, key), touched(text));
  if (member) return or(eq(c.membershipId, member), touched(text));
  if (/^[a-z]{2,8}_[0-7][0-9a-z]{25}$/.test(text)) return touched(text);
  if (isIP(text)) return eq(c.address, text.toLowerCase());
  return containsText(text, c.path);
}

/** Of a record that very many calls touched, the newest of them. */
function touched(entity: string): SQL {
  return sql`${c.id} in (select guard.calls_of_record(${entity}, 5000))`;
}

function statusOf(wanted: string[]): SQL | undefined {
  if (wanted.length === 0) return undefined;
  const exact = wanted.filter((each) => /^\d+$/.test(each)).map(Number);
  const classes = wanted.filter((each) => each.endsWith("xx")).map((each) => Number(each[0]));
  return or(
    exact.length > 0 ? inArray(c.status, exact) : undefined,
    classes.length > 0 ? inArray(sql`${c.status} / 100`, classes) : undefined,
  );
}

/** By the ids, which the list is in the order of: a day is found without reading what came after it. */
function within(db: Database, input: ListLogsInput): (SQL | undefined)[] {
  const { start, end } = spanOf(db, input);
  const idAt = (moment: SQL) =>
    sql`(lpad(to_hex(greatest(0, floor(extract(epoch from ${moment}) * 1000))::bigint), 12, '0') || repeat('0', 20))::uuid`;
  return [start && sql`${c.id} >= ${idAt(start)}`, end && sql`${c.id} < ${idAt(end)}`];
}
