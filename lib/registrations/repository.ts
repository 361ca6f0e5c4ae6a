import { and, asc, count, desc, eq, inArray, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { auditEntries } from "@/db/schema/audit-entries";
import { branches } from "@/db/schema/branches";
import { memberships } from "@/db/schema/memberships";
import { registrationRequests as requests } from "@/db/schema/registration-requests";
import { roles } from "@/db/schema/roles";
import type { Database } from "@/lib/access/database";
import { containsText, keyset } from "@/lib/access/list";
import { BerthError } from "@/lib/errors";
import { isPublicMailDomain, mailDomain, type RequestState } from "./rules";
import type { exportRegistrationsInput, listRegistrationsInput } from "./schema";

const sorts = {
  created_at: { by: requests.createdAt, type: "timestamptz" },
  decided_at: { by: sql`coalesce(${requests.decidedAt}, '-infinity'::timestamptz)`, type: "timestamptz" },
  name: { by: sql`lower(${requests.name})`, type: "text" },
  due_at: { by: sql`coalesce(${requests.dueAt}, 'infinity'::timestamptz)`, type: "timestamptz" },
} as const;

const dueConditions = {
  overdue: sql`${requests.dueAt} <= clock_timestamp()`,
  soon: sql`${requests.dueAt} > clock_timestamp() and ${requests.dueAt} <= clock_timestamp() + interval '24 hours'`,
  later: sql`coalesce(${requests.dueAt}, 'infinity') > clock_timestamp() + interval '24 hours'`,
};

function dueWithin(chosen: (keyof typeof dueConditions)[]): SQL | undefined {
  return chosen.length > 0 ? or(...chosen.map((each) => sql`(${dueConditions[each]})`)) : undefined;
}

type Request = typeof requests.$inferSelect;

const person = z.object({
  id: z.uuid(),
  verified: z.boolean(),
  account_since: z.coerce.date().nullable(),
  member: z.boolean(),
});

const lapsedRow = z.object({ id: z.uuid() });

export function registrationsRepository(db: Database) {
  const own = eq(requests.organizationId, db.organizationId);
  return {
    async list(input: z.output<typeof listRegistrationsInput>) {
      const paging = keyset(input, { list: "registrations.list", owner: db.organizationId, sorts, id: requests.id });
      const rows = await db.query
        .select({ request: requests, position: paging.position })
        .from(requests)
        .where(
          and(
            own,
            eq(requests.state, input.state),
            dueWithin(input.due),
            containsText(input.q, requests.name, requests.email),
            paging.after,
          ),
        )
        .orderBy(...paging.orderBy)
        .limit(paging.limit);
      const { data, next_cursor } = paging.page(rows);
      return { data: await withPeople(data.map(({ request }) => request)), next_cursor };
    },
    /** Requests of any state, one page of an export. */
    async listForExport(input: z.output<typeof exportRegistrationsInput>, limit: number) {
      const list = { list: "registrations.export", owner: db.organizationId, sorts, id: requests.id };
      const paging = keyset({ ...input, limit }, list);
      const rows = await db.query
        .select({ request: requests, position: paging.position })
        .from(requests)
        .where(
          and(
            own,
            input.state.length > 0 ? inArray(requests.state, input.state) : undefined,
            dueWithin(input.due),
            containsText(input.q, requests.name, requests.email),
            paging.after,
          ),
        )
        .orderBy(...paging.orderBy)
        .limit(paging.limit);
      const { data, next_cursor } = paging.page(rows);
      const names = await roleNames();
      return {
        data: data.map(({ request }) => ({
          ...request,
          roleName: request.roleKey === null ? null : (names.get(request.roleKey) ?? request.roleKey),
        })),
        next_cursor,
      };
    },
    async find(id: string) {
      const [row] = await db.query
        .select()
        .from(requests)
        .where(and(own, eq(requests.id, id)));
      if (!row) throw new BerthError("not_found", "There is no such request.", { reason: "request_unknown" });
      const [described] = await withPeople([row]);
      if (!described) throw new BerthError("not_found", "There is no such request.", { reason: "request_unknown" });
      return described;
    },
    findMany: (ids: string[]) =>
      db.query
        .select()
        .from(requests)
        .where(and(own, inArray(requests.id, ids)))
        .orderBy(asc(requests.id)),
    async counts(): Promise<Record<RequestState, number>> {
      const rows = await db.query
        .select({ state: requests.state, count: count() })
        .from(requests)
        .where(own)
        .groupBy(requests.state);
      const of = (state: RequestState) => rows.find((row) => row.state === state)?.count ?? 0;
      return { pending: of("pending"), approved: of("approved"), rejected: of("rejected") };
    },
    earlier: ({ id, email, createdAt }: { id: string; email: string; createdAt: Date }) =>
      db.query
        .select()
        .from(requests)
        .where(and(own, eq(requests.email, email), ne(requests.id, id), lt(requests.createdAt, createdAt)))
        .orderBy(desc(requests.createdAt))
        .limit(20),
    history: (id: string) =>
      db.query
        .select()
        .from(auditEntries)
        .where(and(eq(auditEntries.organizationId, db.organizationId), eq(auditEntries.recordId, id)))
        .orderBy(asc(auditEntries.id))
        .limit(100),
  };

  async function withPeople(rows: Request[]) {
    if (rows.length === 0) return [];
    const [people, lapsed, domains, earlier, names, places] = [
      await peopleOf(rows),
      await lapsedOf(rows),
      await domainsOf(rows),
      await earlierOf(rows),
      await roleNames(),
      await placesOf(rows),
    ];
    return rows.map((row) => {
      const known = people.find(({ id }) => id === row.id);
      return {
        ...row,
        verified: known?.verified ?? false,
        accountSince: known?.account_since ?? null,
        member: known?.member ?? false,
        lapsed: lapsed.has(row.id),
        domainMatches: Math.max(0, (domains.get(mailDomain(row.email)) ?? 0) - (known?.member ? 1 : 0)),
        earlierRequests: earlier.filter((each) => each.email === row.email && each.createdAt < row.createdAt).length,
        roleName: row.roleKey === null ? null : (names.get(row.roleKey) ?? row.roleKey),
        branches: row.branchIds && places.filter(({ id }) => row.branchIds?.includes(id)),
      };
    });
  }

  /** The branches that they were approved for, as far as the acting person is of them. */
  async function placesOf(rows: Request[]) {
    const ids = [...new Set(rows.flatMap(({ branchIds }) => branchIds ?? []))];
    if (ids.length === 0) return [];
    return db.query
      .select({ id: branches.id, name: branches.name })
      .from(branches)
      .where(and(eq(branches.organizationId, db.organizationId), inArray(branches.id, ids)))
      .orderBy(asc(branches.name));
  }

  function peopleOf(rows: Request[]) {
    const ids = sql.param(rows.map(({ id }) => id));
    return db.rows(sql`select * from guard.request_people(${ids}::uuid[])`, person);
  }

  /** Only approved requests that still wait can lapse: most pages ask nothing. */
  async function lapsedOf(rows: Request[]): Promise<Set<string>> {
    const waiting = rows.filter(({ state, joinedAt }) => state === "approved" && joinedAt === null);
    if (waiting.length === 0) return new Set();
    const ids = sql.param(waiting.map(({ id }) => id));
    const found = await db.rows(sql`select id from guard.lapsed_approvals(${ids}::uuid[]) as lapsed(id)`, lapsedRow);
    return new Set(found.map(({ id }) => id));
  }

  async function domainsOf(rows: Request[]): Promise<Map<string, number>> {
    const wanted = [...new Set(rows.map(({ email }) => mailDomain(email)))].filter((each) => !isPublicMailDomain(each));
    if (wanted.length === 0) return new Map();
    const domain = sql<string>`split_part(${memberships.email}, '@', 2)`;
    const found = await db.query
      .select({ domain, count: count() })
      .from(memberships)
      .where(and(eq(memberships.organizationId, db.organizationId), inArray(domain, wanted)))
      .groupBy(domain);
    return new Map(found.map((each) => [each.domain, each.count]));
  }

  function earlierOf(rows: Request[]) {
    const emails = [...new Set(rows.map(({ email }) => email))];
    return db.query
      .select({ email: requests.email, createdAt: requests.createdAt })
      .from(requests)
      .where(and(own, inArray(requests.email, emails)))
      .limit(2000);
  }

  async function roleNames(): Promise<Map<string, string>> {
    const known = await db.query
      .select({ key: roles.key, name: roles.name })
      .from(roles)
      .where(eq(roles.organizationId, db.organizationId));
    return new Map(known.map(({ key, name }) => [key, name]));
  }
}
