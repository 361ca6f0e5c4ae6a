import { and, asc, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { memberships } from "@/db/schema/memberships";
import { organizations } from "@/db/schema/organizations";
import { registrationRequests } from "@/db/schema/registration-requests";
import { roles } from "@/db/schema/roles";
import { defineOperation } from "@/lib/access/operation";
import { auditRepository } from "@/lib/audit/repository";
import { auditListInput, auditPage } from "@/lib/audit/schema";
import { BerthError } from "@/lib/errors";
import { idOutput } from "@/lib/ids";

// Run through a visit's handle: the database has opened one organization, read only, on that organization's record.
const visit = { scope: "platform", permission: "platform.view", access: "read", input: z.strictObject({}) } as const;
const most = 200;

export const visitOrganization = defineOperation({
  ...visit,
  name: "platform.visit_settings",
  summary: "Visit: settings of one organization",
  output: z.object({
    id: idOutput("org"),
    name: z.string(),
    slug: z.string(),
    state: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    weightUnit: z.string(),
    dimensionUnit: z.string(),
    roleTemplate: z.string(),
    strictLadder: z.boolean(),
    defaultRoleKey: z.string(),
  }),
  run: async ({ db }) => {
    const [row] = await db.query.select().from(organizations).where(eq(organizations.id, db.organizationId));
    if (!row) throw new BerthError("not_found", "There is no such organization.");
    return row;
  },
});

export const visitMembers = defineOperation({
  ...visit,
  name: "platform.visit_members",
  summary: "Visit: members of one organization",
  output: z.array(
    z.object({
      id: idOutput("mem"),
      name: z.string(),
      email: z.string(),
      role: z.string(),
      status: z.string(),
      joinedAt: z.date(),
      lastActiveAt: z.date().nullable(),
    }),
  ),
  run: ({ db }) =>
    db.query
      .select({
        id: memberships.id,
        name: memberships.name,
        email: memberships.email,
        role: roles.name,
        status: memberships.status,
        joinedAt: memberships.joinedAt,
        lastActiveAt: memberships.lastActiveAt,
      })
      .from(memberships)
      .innerJoin(roles, and(eq(roles.organizationId, memberships.organizationId), eq(roles.key, memberships.roleKey)))
      .where(eq(memberships.organizationId, db.organizationId))
      .orderBy(asc(sql`lower(${memberships.name})`))
      .limit(most),
});

export const visitRequests = defineOperation({
  ...visit,
  name: "platform.visit_requests",
  summary: "Visit: registration requests of one organization",
  output: z.array(
    z.object({
      id: idOutput("req"),
      name: z.string(),
      email: z.string(),
      message: z.string(),
      state: z.string(),
      closedAs: z.string().nullable(),
      decidedByName: z.string().nullable(),
      createdAt: z.date(),
    }),
  ),
  run: ({ db }) =>
    db.query
      .select()
      .from(registrationRequests)
      .where(eq(registrationRequests.organizationId, db.organizationId))
      .orderBy(desc(registrationRequests.createdAt))
      .limit(most),
});

export const visitAudit = defineOperation({
  ...visit,
  name: "platform.visit_audit",
  summary: "Visit: the audit trail of one organization",
  input: auditListInput,
  output: auditPage,
  run: async ({ db, actor, input }) => {
    const { data, next_cursor } = await auditRepository(db).list(input, actor.userId);
    return { data: data.map((entry) => ({ ...entry, record_path: null })), next_cursor };
  },
});
