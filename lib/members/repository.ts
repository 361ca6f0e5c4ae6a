import { and, eq, getTableColumns, inArray, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { auditEntries } from "@/db/schema/audit-entries";
import { branches } from "@/db/schema/branches";
import { membershipBranches } from "@/db/schema/membership-branches";
import { memberships } from "@/db/schema/memberships";
import { organizations } from "@/db/schema/organizations";
import { registrationRequests } from "@/db/schema/registration-requests";
import { roles } from "@/db/schema/roles";
import type { Database } from "@/lib/access/database";
import { containsText, keyset } from "@/lib/access/list";
import { membersOfBranches } from "@/lib/branches/within";
import { BerthError } from "@/lib/errors";
import type { ListMembersInput } from "./schema";

export type Membership = typeof memberships.$inferSelect;
export type PlacedMember = Membership & { branches: { id: string; name: string }[] };

/** A member as lists have it: each column more is read fifty times. */
export type ListedMember = Omit<PlacedMember, "organizationId" | "invitedBy" | "updatedAt">;

const sorts = {
  name: { by: sql`lower(${memberships.name})`, type: "text" },
  role: { by: sql`${roles.position}`, type: "integer" },
  joined: { by: sql`${memberships.joinedAt}`, type: "timestamptz" },
  active: { by: sql`coalesce(${memberships.lastActiveAt}, '-infinity')`, type: "timestamptz" },
} as const;

export function membersRepository(db: Database) {
  const own = eq(memberships.organizationId, db.organizationId);
  return {
    async list(input: ListMembersInput) {
      const at = keyset(input, { list: "members.list", owner: db.organizationId, sorts, id: sql`${memberships.id}` });
      const { kept } = at;
      const byRole = input.sort.endsWith("role");
      const rows = await (kept
        ? db
            .prepared(kept.name, (query) => pageOf(query, { ...at, ...kept, byRole, organization }).prepare(""))
            .execute({ ...kept.values, organization: db.organizationId })
        : pageOf(db.query, {
            ...at,
            byRole,
            organization: db.organizationId,
            narrowed: and(
              containsText(input.q, sql`${memberships.name}`, sql`${memberships.email}`),
              input.role.length > 0 ? inArray(memberships.roleKey, input.role) : undefined,
              input.status.length > 0 ? inArray(memberships.status, input.status) : undefined,
              membersOfBranches(db, input.branch),
            ),
          }));
      const { data, next_cursor } = at.page(
        rows.map((member) => Object.assign(member, { branches: member.branches ?? [] })),
      );
      return { members: data, next_cursor };
    },
    async find(id: string): Promise<PlacedMember> {
      const [row] = await db.query
        .select({ member: memberships, branches: placesOf(db) })
        .from(memberships)
        .where(and(own, eq(memberships.id, id)));
      if (!row) throw new BerthError("not_found", "There is no such member.");
      return { ...row.member, branches: row.branches };
    },
    /** As find, and nobody else changes it until this transaction ends. */
    async findForUpdate(id: string): Promise<PlacedMember> {
      const [row] = await db.query
        .select({ member: memberships, branches: placesOf(db) })
        .from(memberships)
        .where(and(own, eq(memberships.id, id)))
        .for("update");
      if (!row) throw new BerthError("not_found", "There is no such member.");
      return { ...row.member, branches: row.branches };
    },
    async findOptional(id: string | null): Promise<Membership | null> {
      if (id === null) return null;
      const [row] = await db.query
        .select()
        .from(memberships)
        .where(and(own, eq(memberships.id, id)));
      return row ?? null;
    },
    update: (id: string, values: Partial<Pick<Membership, "roleKey" | "flags" | "status">>) =>
      db.query
        .update(memberships)
        .set({ ...values, updatedAt: new Date() })
        .where(and(own, eq(memberships.id, id))),
    remove: (id: string) => db.query.delete(memberships).where(and(own, eq(memberships.id, id))),
    async count(): Promise<number> {
      return db.query.$count(memberships, own);
    },
    async countRequests(): Promise<number> {
      const pending = and(
        eq(registrationRequests.organizationId, db.organizationId),
        eq(registrationRequests.state, "pending"),
      );
      return db.query.$count(registrationRequests, pending);
    },
    async defaultRole(): Promise<string | undefined> {
      const [row] = await db.query
        .select({ key: organizations.defaultRoleKey })
        .from(organizations)
        .where(eq(organizations.id, db.organizationId));
      return row?.key;
    },
    /** What the member did and what was done to the membership, newest first. */
    async listActivity({ id, userId }: Membership, asked: { limit: number; cursor?: string | undefined }) {
      const input = { ...asked, sort: "-id" as const, id };
      const at = keyset(input, {
        list: "members.activity",
        owner: db.organizationId,
        sorts: { id: { by: auditEntries.id, type: "bigint" } },
        id: auditEntries.id,
        idType: "bigint",
      });
      const found = await db.query
        .select({ ...getTableColumns(auditEntries), position: at.position })
        .from(auditEntries)
        .where(
          and(
            eq(auditEntries.organizationId, db.organizationId),
            or(eq(auditEntries.recordId, id), eq(auditEntries.actorUserId, userId)),
            at.after,
          ),
        )
        .orderBy(...at.orderBy)
        .limit(at.limit);
      return at.page(found);
    },
  };
}

const organization = sql.placeholder("organization");

type Page = Pick<ReturnType<typeof keyset>, "position" | "sorted" | "after" | "orderBy" | "orderAgain"> & {
  limit: number | Placeholder;
  organization: string | Placeholder;
  narrowed?: SQL | undefined;
  /** Whether the order is that of the roles; no other one asks for them. */
  byRole: boolean;
};

/** A page of members with the branches of each. */
function pageOf(query: NodePgDatabase, { organization, narrowed, byRole, ...at }: Page) {
  const listed = query
    .select({ ...getTableColumns(memberships), position: at.position, sorted: at.sorted })
    .from(memberships)
    .$dynamic();
  const ofRole = and(eq(roles.organizationId, memberships.organizationId), eq(roles.key, memberships.roleKey));
  const page = query.$with("page").as(
    (byRole ? listed.innerJoin(roles, ofRole) : listed)
      .where(and(eq(memberships.organizationId, organization), narrowed, at.after))
      .orderBy(...at.orderBy)
      .limit(at.limit),
  );
  const places = placesOfMany(query, { organization, members: sql`select ${page.id} from ${page}` });
  return query
    .with(page)
    .select({
      id: page.id,
      userId: page.userId,
      roleKey: page.roleKey,
      allBranches: page.allBranches,
      flags: page.flags,
      status: page.status,
      origin: page.origin,
      secondFactor: page.secondFactor,
      name: page.name,
      email: page.email,
      joinedAt: page.joinedAt,
      lastActiveAt: page.lastActiveAt,
      position: page.position,
      branches: places.branches,
    })
    .from(page)
    .leftJoin(places, eq(places.membershipId, page.id))
    .orderBy(...at.orderAgain(page));
}

/** The branches of all members of a page at once: a question for each row would ask the fence for each of them. */
function placesOfMany(query: NodePgDatabase, { organization, members }: Pick<Page, "organization"> & { members: SQL }) {
  const { organizationId, membershipId, branchId } = membershipBranches;
  return query
    .select({
      membershipId,
      branches: sql<
        PlacedMember["branches"]
      >`jsonb_agg(jsonb_build_object('id', ${branches.id}, 'name', ${branches.name})
        order by ${branches.name})`.as("branches"),
    })
    .from(membershipBranches)
    .innerJoin(branches, and(eq(branches.organizationId, organizationId), eq(branches.id, branchId)))
    .where(and(eq(organizationId, organization), sql`${membershipId} = any (array(${members}))`))
    .groupBy(membershipId)
    .as("places");
}

/** The branches that a member was given by name, as far as the acting person is of them. */
function placesOf(db: Database) {
  return sql<
    PlacedMember["branches"]
  >`(select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.name), '[]')
    from membership_branches g join branches b on b.organization_id = g.organization_id and b.id = g.branch_id
    where g.organization_id = ${db.organizationId} and g.membership_id = memberships.id)`;
}
