import { and, asc, count, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { branches } from "@/db/schema/branches";
import { membershipBranches } from "@/db/schema/membership-branches";
import { memberships } from "@/db/schema/memberships";
import { roles } from "@/db/schema/roles";
import { shipments } from "@/db/schema/shipments";
import type { Database } from "@/lib/access/database";
import { assets } from "@/lib/assets/resource";
import { customers } from "@/lib/customers/resource";
import { BerthError } from "@/lib/errors";
import { orders } from "@/lib/orders/resource";

const mostCounted = 1001;
const owned = { shipments, orders: orders.table, assets: assets.table, customers: customers.table };

export function branchesRepository(db: Database) {
  const own = eq(branches.organizationId, db.organizationId);
  const placed = eq(membershipBranches.organizationId, db.organizationId);
  return {
    /** Every branch that the acting person is of, with its manager. */
    all: () =>
      db.query
        .select({ branch: branches, manager: { id: memberships.id, name: memberships.name } })
        .from(branches)
        .leftJoin(
          memberships,
          and(eq(memberships.organizationId, branches.organizationId), eq(memberships.id, branches.managerId)),
        )
        .where(own)
        .orderBy(asc(branches.name), asc(branches.id))
        .limit(1000),
    async find(id: string) {
      const [row] = await db.query
        .select()
        .from(branches)
        .where(and(own, eq(branches.id, id)));
      if (!row) throw new BerthError("not_found", "There is no such branch.");
      return row;
    },
    below: (id: string) =>
      db.query
        .select({ name: branches.name })
        .from(branches)
        .where(and(own, eq(branches.parentId, id), isNull(branches.archivedAt)))
        .orderBy(asc(branches.name)),
    /** How many members each branch has by name. */
    async members(): Promise<Map<string, number>> {
      const rows = await db.query
        .select({ id: membershipBranches.branchId, members: count() })
        .from(membershipBranches)
        .where(placed)
        .groupBy(membershipBranches.branchId);
      return new Map(rows.map(({ id, members }) => [id, members]));
    },
    everywhere: (): Promise<number> =>
      db.query.$count(
        memberships,
        and(eq(memberships.organizationId, db.organizationId), eq(memberships.allBranches, true)),
      ),
    async placement(membershipId: string) {
      const [member, given] = await Promise.all([
        db.query
          .select({ everywhere: memberships.allBranches })
          .from(memberships)
          .where(and(eq(memberships.organizationId, db.organizationId), eq(memberships.id, membershipId))),
        db.query
          .select({
            branch: { id: branches.id, name: branches.name },
            role: membershipBranches.roleKey,
            roleName: roles.name,
          })
          .from(membershipBranches)
          .innerJoin(branches, and(own, eq(branches.id, membershipBranches.branchId)))
          .leftJoin(
            roles,
            and(eq(roles.organizationId, membershipBranches.organizationId), eq(roles.key, membershipBranches.roleKey)),
          )
          .where(and(placed, eq(membershipBranches.membershipId, membershipId)))
          .orderBy(asc(branches.name)),
      ]);
      const [found] = member;
      if (!found) throw new BerthError("not_found", "There is no such member.");
      return { everywhere: found.everywhere, branches: given };
    },
    /** Bounded: more than 1,000 are 1,001. */
    async countIn(id: string, name: keyof typeof owned): Promise<number> {
      const rows = await db.rows(
        sql`select count(*)::int as n from (select from ${owned[name]}
          where organization_id = ${db.organizationId} and branch_id = ${id} limit ${mostCounted}) found`,
        z.object({ n: z.number() }),
      );
      return rows[0]?.n ?? 0;
    },
    membersIn: (id: string): Promise<number> =>
      db.query.$count(membershipBranches, and(placed, inArray(membershipBranches.branchId, [id]))),
    place: (membershipId: string, everywhere: boolean, given: { branch: string; role: string | null }[]) =>
      db.query.execute(sql`select guard.set_branches(${membershipId}, ${everywhere},
        ${sql.param(given.map(({ branch }) => branch))}::uuid[], ${sql.param(given.map(({ role }) => role))}::text[])`),
    archive: (id: string, into: string | null) => db.query.execute(sql`select guard.archive_branch(${id}, ${into})`),
    restore: (id: string) => db.query.execute(sql`select guard.restore_branch(${id})`),
  };
}
