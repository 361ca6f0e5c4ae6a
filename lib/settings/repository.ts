import { and, asc, desc, eq, ne, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { memberships } from "@/db/schema/memberships";
import { organizations } from "@/db/schema/organizations";
import { ownershipTransfers } from "@/db/schema/ownership-transfers";
import { roles } from "@/db/schema/roles";
import type { Database } from "@/lib/access/database";
import { BerthError } from "@/lib/errors";

type Change = Partial<
  Omit<typeof organizations.$inferInsert, "id" | "slug" | "strictLadder" | "preferences" | "workspace">
> &
  Partial<Record<"preferences" | "workspace", SQL>>;

const nothing = z.unknown();

export function settingsRepository(db: Database) {
  const own = eq(organizations.id, db.organizationId);
  return {
    async find() {
      const [row] = await db.query.select().from(organizations).where(own);
      if (!row) throw new BerthError("not_found", "There is no such organization.");
      return row;
    },
    /** Every role but the owner's, in the order of the ladder. */
    roles: () =>
      db.query
        .select({ key: roles.key, name: roles.name, description: roles.description })
        .from(roles)
        .where(and(eq(roles.organizationId, db.organizationId), ne(roles.key, "owner")))
        .orderBy(asc(roles.position), asc(roles.name)),
    async update(change: Change): Promise<void> {
      await db.query
        .update(organizations)
        .set({ ...change, updatedAt: new Date() })
        .where(own);
    },
    changeSlug: (slug: string) => db.call(sql`guard.change_slug(${slug})`, nothing),
    remove: () => db.call(sql`guard.delete_organization()`, nothing),
  };
}

export function ownershipRepository(db: Database) {
  const people = memberships;
  const own = eq(people.organizationId, db.organizationId);
  const person = { id: people.id, name: people.name, email: people.email };
  return {
    async owner() {
      const [row] = await db.query
        .select(person)
        .from(people)
        .where(and(own, eq(people.roleKey, "owner")));
      if (!row) throw new BerthError("internal", "This organization has no owner.");
      return row;
    },
    /** Active members that the owner could offer it to. */
    candidates: () =>
      db.query
        .select(person)
        .from(people)
        .where(and(own, ne(people.roleKey, "owner"), eq(people.status, "active")))
        .orderBy(sql`lower(${people.name})`, people.id)
        .limit(500),
    async openOffer() {
      const [row] = await db.query
        .select({
          id: ownershipTransfers.id,
          toId: ownershipTransfers.toMembershipId,
          to: people.name,
          toEmail: people.email,
          createdAt: ownershipTransfers.createdAt,
          expiresAt: ownershipTransfers.expiresAt,
        })
        .from(ownershipTransfers)
        .innerJoin(people, and(own, eq(people.id, ownershipTransfers.toMembershipId)))
        .where(
          and(
            eq(ownershipTransfers.organizationId, db.organizationId),
            eq(ownershipTransfers.state, "offered"),
            sql`${ownershipTransfers.expiresAt} > clock_timestamp()`,
          ),
        );
      return row;
    },
    /** The last offer to this member, where it ended within a day without being accepted. */
    async endedOffer(member: string) {
      const [row] = await db.query
        .select({ state: ownershipTransfers.state, at: ownershipTransfers.decidedAt })
        .from(ownershipTransfers)
        .where(
          and(
            eq(ownershipTransfers.organizationId, db.organizationId),
            eq(ownershipTransfers.toMembershipId, member),
            sql`${ownershipTransfers.decidedAt} > clock_timestamp() - interval '1 day'`,
          ),
        )
        .orderBy(desc(ownershipTransfers.createdAt))
        .limit(1);
      return row && (row.state === "cancelled" || row.state === "declined") ? { state: row.state, at: row.at } : null;
    },
    offer: (member: string) => db.call(sql`guard.offer_ownership(${member})`, z.uuid()),
    accept: (id: string) => db.call(sql`guard.accept_ownership(${id})`, nothing),
    decline: (id: string) => db.call(sql`guard.decline_ownership(${id})`, nothing),
    cancel: (id: string) => db.call(sql`guard.cancel_ownership(${id})`, nothing),
  };
}
