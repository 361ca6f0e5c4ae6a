import { and, count, desc, eq, ne, type SQL, sql } from "drizzle-orm";
import { auditEntries } from "@/db/schema/audit-entries";
import { memberships } from "@/db/schema/memberships";
import { organizations } from "@/db/schema/organizations";
import { registrationRequests } from "@/db/schema/registration-requests";
import type { Database } from "@/lib/access/database";
import { membersOfBranches } from "@/lib/branches/within";
import { BerthError } from "@/lib/errors";

export type Entry = Awaited<ReturnType<ReturnType<typeof overviewRepository>["recentEntries"]>>[number];

const inPeriod = (at: { getSQL(): SQL }) => sql`${at} > now() - interval '30 days'`;
const inTwoPeriods = (at: { getSQL(): SQL }) => sql`${at} > now() - interval '60 days'`;

export function overviewRepository(db: Database) {
  const ownMember = eq(memberships.organizationId, db.organizationId);
  const ownRequest = eq(registrationRequests.organizationId, db.organizationId);
  const ownEntry = and(
    eq(auditEntries.organizationId, db.organizationId),
    ne(auditEntries.action, "refused"),
    ne(auditEntries.recordType, "sessions"),
  );
  return {
    async organization() {
      const [row] = await db.query.select().from(organizations).where(eq(organizations.id, db.organizationId));
      if (!row) throw new BerthError("not_found", "There is no such organization.");
      return row;
    },
    async members(branch: string[]) {
      const [row] = await db.query
        .select({
          total: count(),
          now: sql<number>`count(*) filter (where ${inPeriod(memberships.joinedAt)})`.mapWith(Number),
          recent: sql<number>`count(*) filter (where ${inTwoPeriods(memberships.joinedAt)})`.mapWith(Number),
        })
        .from(memberships)
        .where(and(ownMember, membersOfBranches(db, branch)));
      return { total: row?.total ?? 0, ...periods(row) };
    },
    async requests() {
      const [row] = await db.query
        .select({
          now: sql<number>`count(*) filter (where ${inPeriod(registrationRequests.createdAt)})`.mapWith(Number),
          recent: count(),
        })
        .from(registrationRequests)
        .where(and(ownRequest, inTwoPeriods(registrationRequests.createdAt)));
      return periods(row);
    },
    async changes() {
      const { at, requestId, id } = auditEntries;
      const deed = sql`coalesce(${requestId}::text, ${id}::text)`;
      const [row] = await db.query
        .select({
          now: sql<number>`count(distinct ${deed}) filter (where ${inPeriod(at)})`.mapWith(Number),
          before: sql<number>`count(distinct ${deed}) filter (where not ${inPeriod(at)})`.mapWith(Number),
        })
        .from(auditEntries)
        .where(and(ownEntry, inTwoPeriods(at)));
      return { now: row?.now ?? 0, before: row?.before ?? 0 };
    },
    /** The newest entries, each with the request that wrote it. */
    recentEntries(most: number) {
      const { id, at, actorLabel, actorKind, operation, recordType, action, before, after, requestId } = auditEntries;
      return db.query
        .select({ id, at, actorLabel, actorKind, operation, recordType, action, before, after, requestId })
        .from(auditEntries)
        .where(ownEntry)
        .orderBy(desc(id))
        .limit(most);
    },
    async dismiss(step: string): Promise<void> {
      await db.query
        .update(organizations)
        .set({
          dismissedSteps: sql`array(select distinct unnest(dismissed_steps || ${step}::text))`,
          updatedAt: new Date(),
        })
        .where(eq(organizations.id, db.organizationId));
    },
  };
}

function periods(row: { now: number; recent: number } | undefined) {
  return { now: row?.now ?? 0, before: (row?.recent ?? 0) - (row?.now ?? 0) };
}
