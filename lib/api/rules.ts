import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import type { Database } from "@/lib/access/database";
import type { Around, Credential } from "@/lib/access/handle";
import type { AnyOperation } from "@/lib/access/operation";
import { BerthError } from "@/lib/errors";
import { ApiFault } from "./api-fault";
import type { ApiRequest } from "./api-request";
import { namedOrganization } from "./credential";

/**
 * What an organization may demand of its callers: that a key names no other organization, and that who changes a record
 * says which version they saw. Asked beside the work, and only where it could matter.
 */
export function rulesOf(asked: ApiRequest, operation: AnyOperation, credential: Credential): Around | undefined {
  const named = credential.kind === "key" ? namedOrganization(asked) : undefined;
  const unversioned = operation.changes !== undefined && asked.headers.get("if-match") === null;
  if (named === undefined && !unversioned) return undefined;
  return async ({ db, actor }, work) => {
    const differs = named !== undefined && "organizationId" in actor && actor.organizationId !== named;
    if (!differs && !unversioned) return work();
    const [rules, outcome] = await Promise.allSettled([rulesIn(db), work()]);
    if (rules.status === "fulfilled" && differs && rules.value.refusesOther) throw otherOrganization();
    if (rules.status === "fulfilled" && unversioned && rules.value.requiresVersions) throw versionNeeded();
    if (outcome.status === "rejected") throw outcome.reason;
    if (rules.status === "rejected") throw rules.reason;
    return outcome.value;
  };
}

async function rulesIn(db: Database) {
  const [row] = await db.query
    .select({
      refusesOther: organizations.apiRefusesOtherOrganization,
      requiresVersions: organizations.apiRequiresVersions,
    })
    .from(organizations)
    .where(eq(organizations.id, db.organizationId));
  return row ?? { refusesOther: false, requiresVersions: false };
}

function otherOrganization(): BerthError {
  return new BerthError("conflict", "X-Org-Id names another organization than the key's. Nothing was done.", {
    reason: "organization_differs",
  });
}

function versionNeeded(): ApiFault {
  return new ApiFault(
    428,
    "precondition_required",
    "This organization wants to know which version you change: read the record and send its ETag as If-Match.",
  );
}
