import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { branches } from "@/db/schema/branches";
import { organizations } from "@/db/schema/organizations";
import { roles } from "@/db/schema/roles";
import type { Database } from "@/lib/access/database";
import { defineOperation } from "@/lib/access/operation";
import { permissions } from "@/lib/access/permissions";
import { BerthError } from "@/lib/errors";
import { idOutput } from "@/lib/ids";
import { myImpersonation } from "@/lib/impersonation/own";
import { ownSession } from "@/lib/impersonation/schema";
import { invitationsRepository } from "@/lib/invitations/repository";
import { myInvitationOutput } from "@/lib/invitations/schema";
import { standards } from "@/lib/measures/schema";
import { inboxNotice, inboxPlace, myNotices, myUnread } from "@/lib/notices/inbox";
import { noticesRepository } from "@/lib/notices/repository";
import { notice } from "@/lib/notices/schema";
import { myOrganization, myOrganizations } from "@/lib/organizations/mine";
import { withheldHere } from "@/lib/plans/schema";
import { preferences } from "@/lib/preferences/schema";
import { withDefaults } from "@/lib/settings/stored";
import { face, myFace, waiting, whatWaits } from "./facts";

/** Enough that repeats can stand as one line and the bell still shows several. */
const readNotices = 40;
const shownInAccountBell = 8;

/** An organization that invited the acting person, who does not belong to it yet. */
const shellInvitation = myInvitationOutput.pick({ id: true, organization: true, slug: true, role: true });

/** Everything that stands around a page inside an organization, in one transaction. */
export const viewShell = defineOperation({
  name: "shell.view",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "See the organization, your rights in it and what waits for you",
  input: z.strictObject({}),
  output: z.object({
    organization: z
      .object({ id: z.uuid(), name: z.string(), slug: z.string(), timeZone: z.string(), newMembersRole: z.string() })
      .extend(standards.shape)
      .extend(preferences.pick({ date_format: true, clock: true, week_start: true }).shape),
    me: face,
    membershipId: z.uuid(),
    organizations: z.array(myOrganization),
    invitations: z.array(shellInvitation),
    permissions: z.array(z.enum(permissions)),
    /** What the plan withholds, with the plans that have it. */
    plan: withheldHere,
    waiting,
    notices: z.array(notice),
    unread: z.number(),
    /** The open ones that the acting person is of. */
    branches: z.array(z.object({ id: idOutput("brn"), name: z.string(), parentId: idOutput("brn").nullable() })),
    ofSomeBranches: z.boolean(),
    /** Where a super admin acts as this member. */
    support: ownSession.nullable(),
  }),
  asksOnce: true,
  run: async ({ db, actor }) => {
    if (actor.membershipId === null)
      throw new BerthError("forbidden", "A key has no pages.", { reason: "members_only" });
    const bell = noticesRepository(db, { decides: actor.rights.has("registrations.decide") });
    const [organization, me, mine, invitations, waits, latest, unread, support, places, plan] = await Promise.all([
      thisOrganization(db),
      myFace(db),
      myOrganizations(db),
      invitationsRepository(db).listMine(),
      whatWaits(db),
      bell.latest(readNotices),
      bell.countUnread(),
      actor.supportUserId === null ? null : myImpersonation(db),
      openBranches(db),
      db.call(sql`guard.withheld_here()`, withheldHere),
    ]);
    return {
      organization,
      me,
      membershipId: actor.membershipId,
      organizations: mine,
      invitations,
      permissions: support?.permissions ?? actor.rights.list(),
      plan,
      waiting: waits,
      notices: latest,
      unread,
      branches: places,
      ofSomeBranches: db.limited,
      support,
    };
  },
});

function openBranches(db: Database) {
  const { id, name, parentId } = branches;
  return db.query
    .select({ id, name, parentId })
    .from(branches)
    .where(and(eq(branches.organizationId, db.organizationId), eq(branches.archived, false)))
    .orderBy(asc(name), asc(id))
    .limit(200);
}

async function thisOrganization(db: Database) {
  const { id, name, slug, timeZone, currency, weightUnit, dimensionUnit, preferences: chosen } = organizations;
  const [row] = await db.query
    .select({ id, name, slug, timeZone, currency, weightUnit, dimensionUnit, chosen, newMembersRole: roles.name })
    .from(organizations)
    .innerJoin(roles, and(eq(roles.organizationId, organizations.id), eq(roles.key, organizations.defaultRoleKey)))
    .where(eq(organizations.id, db.organizationId));
  if (!row) throw new BerthError("not_found", "There is no such organization.");
  return { ...row, ...standards.parse(row), ...withDefaults(preferences, row.chosen) };
}

/** The same around the pages of an account, on the root host. */
export const viewAccountShell = defineOperation({
  name: "account.shell",
  scope: "account",
  access: "read",
  summary: "See yourself and your organizations",
  limits: [],
  input: z.strictObject({}),
  output: z.object({
    me: face,
    organizations: z.array(myOrganization),
    invitations: z.array(shellInvitation),
    unread: z.array(inboxPlace),
    notices: z.array(inboxNotice),
  }),
  run: async ({ db }) => ({
    me: await myFace(db),
    organizations: await myOrganizations(db),
    invitations: await invitationsRepository(db).listMine(),
    unread: await myUnread(db),
    notices: await myNotices(db, { show: "all", limit: shownInAccountBell }),
  }),
});
