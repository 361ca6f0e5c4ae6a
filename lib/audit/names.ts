import { and, asc, eq, inArray, or } from "drizzle-orm";
import { auditEntries } from "@/db/schema/audit-entries";
import { branches } from "@/db/schema/branches";
import { memberships } from "@/db/schema/memberships";
import { organizations } from "@/db/schema/organizations";
import type { Database } from "@/lib/access/database";
import { uuid } from "./changes";
import { inert } from "./inert";

type Columns = Record<string, unknown> | null;
type Row = { recordId: string | null; actorUserId: string | null; before: Columns; after: Columns };

/** The names of whatever the ids in these entries stand for: as it is called now, else as it was called when it was made. */
export async function namesIn(db: Database, rows: Row[]): Promise<Record<string, string>> {
  const ids = [...new Set(rows.flatMap(idsOf))];
  if (ids.length === 0) return {};
  const names: Record<string, string> = {};
  const made = await db.query
    .select({ id: auditEntries.recordId, after: auditEntries.after })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.organizationId, db.organizationId),
        inArray(auditEntries.recordId, ids),
        eq(auditEntries.action, "insert"),
      ),
    )
    .orderBy(asc(auditEntries.id));
  for (const { id, after } of made) if (id) put(names, id, nameIn(after));
  const people = await db.query
    .select({ id: memberships.id, userId: memberships.userId, name: memberships.name })
    .from(memberships)
    .where(
      and(
        eq(memberships.organizationId, db.organizationId),
        or(inArray(memberships.id, ids), inArray(memberships.userId, ids)),
      ),
    );
  for (const { id, userId, name } of people) for (const key of [id, userId]) put(names, key, name);
  // A branch of others is not found here, so who is not of it reads no name.
  const places = await db.query
    .select({ id: branches.id, name: branches.name })
    .from(branches)
    .where(and(eq(branches.organizationId, db.organizationId), inArray(branches.id, ids)));
  for (const { id, name } of places) put(names, id, name);
  if (ids.includes(db.organizationId)) {
    const [own] = await db.query
      .select({ name: organizations.name })
      .from(organizations)
      .where(eq(organizations.id, db.organizationId));
    put(names, db.organizationId, own?.name ?? null);
  }
  for (const { id, after } of made)
    if (id && !names[id] && typeof after?.to_membership_id === "string")
      put(names, id, names[after.to_membership_id] ?? null);
  return names;
}

/** The name by which people know a record, where its columns hold one. */
export function nameIn(columns: Columns): string | null {
  for (const column of ["label", "name", "reference", "email", "key", "slug"]) {
    const value = columns?.[column];
    if (typeof value === "string" && value !== "") return value;
  }
  return null;
}

function put(names: Record<string, string>, id: string, name: string | null): void {
  if (name) names[id] = inert(name);
}

function idsOf({ recordId, actorUserId, before, after }: Row): string[] {
  const values = [recordId, actorUserId, ...Object.values(before ?? {}), ...Object.values(after ?? {})];
  return values.filter((value): value is string => typeof value === "string" && uuid.test(value));
}
