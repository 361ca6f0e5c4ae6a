import { and, asc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { delegations } from "@/db/schema/delegations";
import { memberships } from "@/db/schema/memberships";
import type { Database } from "@/lib/access/database";

const givers = alias(memberships, "givers");

type Lending = { to: string; permissions: string[]; until: Date; note: string };
type Naming = { to: string; from: Date; until: Date; note: string };

export function delegationsRepository(db: Database) {
  const own = eq(delegations.organizationId, db.organizationId);
  return {
    /** Those that hold now or will, in the order of their beginning. */
    open: () =>
      db.query
        .select({
          id: delegations.id,
          from: { id: givers.id, name: givers.name },
          to: { id: memberships.id, name: memberships.name },
          standIn: delegations.standIn,
          permissions: delegations.permissions,
          startsAt: delegations.startsAt,
          endsAt: delegations.endsAt,
          note: delegations.note,
          live: sql<boolean>`${delegations.startsAt} <= clock_timestamp()`,
        })
        .from(delegations)
        .innerJoin(
          givers,
          and(eq(givers.organizationId, delegations.organizationId), eq(givers.id, delegations.fromMembershipId)),
        )
        .innerJoin(
          memberships,
          and(
            eq(memberships.organizationId, delegations.organizationId),
            eq(memberships.id, delegations.toMembershipId),
          ),
        )
        .where(and(own, isNull(delegations.endedAt), gt(delegations.endsAt, sql`clock_timestamp()`)))
        .orderBy(asc(delegations.startsAt), asc(delegations.id))
        .limit(200),
    /** Active members but this one. */
    choices: (membershipId: string) =>
      db.query
        .select({ id: memberships.id, name: memberships.name, email: memberships.email })
        .from(memberships)
        .where(
          and(
            eq(memberships.organizationId, db.organizationId),
            eq(memberships.status, "active"),
            ne(memberships.id, membershipId),
          ),
        )
        .orderBy(sql`lower(${memberships.name})`, memberships.id)
        .limit(500),
    name: ({ to, from, until, note }: Naming) =>
      db.call(
        sql`guard.name_stand_in(${to}, ${from.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz, ${note})`,
        z.uuid(),
      ),
    lend: ({ to, permissions, until, note }: Lending) =>
      db.call(
        sql`guard.lend(${to}, ${sql.param(permissions)}::text[], ${until.toISOString()}::timestamptz, ${note})`,
        z.uuid(),
      ),
    end: (id: string) => db.call(sql`guard.end_stand_in(${id})`, z.unknown()),
  };
}
