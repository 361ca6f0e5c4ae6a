import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { branches } from "@/db/schema/branches";
import type { Database } from "@/lib/access/database";
import type { Permission } from "@/lib/access/permissions";
import { invalidField } from "@/lib/measures/convert";

/** Stands for no branch where branches are told. */
export const nowhere = "00000000-0000-0000-0000-000000000000";

/**
 * The branch that a record goes to: the chosen one, where the acting person may do this there. Nothing chosen is the
 * whole organization, or for somebody of one branch that branch. The database holds the same.
 */
export async function branchFor(db: Database, given: unknown, permission: Permission): Promise<string | null> {
  const chosen = typeof given === "string" && given !== "" ? given : null;
  const allowed = db.limited ? await branchesHolding(db, permission) : null;
  if (chosen) {
    if ((await openBranches(db, [chosen])).length === 0 || (allowed && !allowed.includes(chosen)))
      throw invalidField("branchId", "There is no such branch.");
    return chosen;
  }
  if (!allowed || allowed.includes(nowhere)) return null;
  const found = await openBranches(db, allowed);
  const tops = found.filter(({ parentId }) => !found.some(({ id }) => id === parentId));
  const [only] = tops;
  if (only && tops.length === 1) return only.id;
  throw invalidField("branchId", "Choose the branch that this belongs to.");
}

/** The branch that records are moved to; null takes them out of every branch, which is for those who are everywhere. */
export async function moveTarget(db: Database, given: string | null, permission: Permission): Promise<string | null> {
  const branch = await branchFor(db, given, permission);
  if (given === null && branch !== null) throw invalidField("branchId", "Choose the branch that they go to.");
  return branch;
}

async function branchesHolding(db: Database, permission: Permission): Promise<string[]> {
  return (await db.call(sql`guard.branch_scope(${permission})`, z.array(z.string()).nullable())) ?? [nowhere];
}

function openBranches(db: Database, ids: string[]) {
  return db.query
    .select({ id: branches.id, parentId: branches.parentId })
    .from(branches)
    .where(and(eq(branches.organizationId, db.organizationId), inArray(branches.id, ids), isNull(branches.archivedAt)));
}
