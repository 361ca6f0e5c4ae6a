import { sql } from "drizzle-orm";
import { z } from "zod";
import { branchBound } from "@/db/wall/branch-bound";
import type { Database } from "@/lib/access/database";
import type { Actors } from "@/lib/access/operation";
import { isByBranch, type Permission } from "@/lib/access/permissions";
import { BerthError } from "@/lib/errors";
import { decodeId } from "@/lib/ids";
import { keysRepository } from "@/lib/keys/repository";
import { resources } from "@/lib/resources";
import type { RecordEvidence } from "./schema";

type Kind = { table: string; view: Permission; word: string };

/** By how their outside ids begin. */
const kinds: Record<string, Kind> = {
  shp: { table: "shipments", view: "shipments.view", word: "shipment" },
  mem: { table: "memberships", view: "members.view", word: "member" },
  reg: { table: "registration_requests", view: "registrations.view", word: "registration request" },
  apk: { table: "api_keys", view: "keys.view", word: "API key" },
  ...Object.fromEntries(
    resources.map(({ name, prefix, permissions, words }): [string, Kind] => [
      prefix,
      { table: name.replaceAll("-", "_"), view: permissions.view, word: words.one },
    ]),
  ),
};

/** Tables of which records of no branch are everybody's who may view in any. */
export const sharedTables: ReadonlySet<string> = new Set(
  Object.entries(branchBound).flatMap(([table, { shared }]) => (shared ? [table] : [])),
);

/** The permission by which a record of this kind is seen. */
export function viewOf(id: string): Permission | undefined {
  return kinds[id.slice(0, id.indexOf("_"))]?.view;
}

/** A record as far as it decides anything: its branch. One that the acting person may not see is as if it were not. */
export async function findRecord(db: Database, actor: Actors["organization"], id: string): Promise<RecordEvidence> {
  const prefix = id.slice(0, id.indexOf("_"));
  const kind = kinds[prefix];
  const uuid = kind && decodeId(prefix, id);
  if (!kind || !uuid || !actor.rights.has(kind.view)) throw unknown();
  const { word, view } = kind;
  if (prefix === "apk") {
    await keysRepository(db).find(uuid);
    return { id, word, view, scope: "organization", branch: null };
  }
  const [row] = await rowsOf(db, kind, uuid);
  if (!row) throw unknown();
  if (kind.table === "branches") return { id, word, view, scope: "branch", branch: { id: uuid, name: row.name } };
  if (!isByBranch(view)) return { id, word, view, scope: "organization", branch: null };
  const shared = row.branch === null && sharedTables.has(kind.table);
  return {
    id,
    word,
    view,
    scope: shared ? "shared" : "branch",
    branch: row.branch === null ? null : { id: row.branch, name: row.name },
  };
}

const found = z.object({ branch: z.string().nullable(), name: z.string().nullable() });

/** As the policies let the acting person read it. */
function rowsOf(db: Database, { table, view }: Kind, id: string) {
  const name = sql.identifier(table);
  if (table === "branches")
    return db.rows(
      sql`select null as branch, r.name from branches r where r.organization_id = ${db.organizationId} and r.id = ${id}`,
      found,
    );
  if (!isByBranch(view))
    return db.rows(
      sql`select null as branch, null as name from ${name} r where r.organization_id = ${db.organizationId} and r.id = ${id}`,
      found,
    );
  return db.rows(
    sql`select r.branch_id as branch, b.name from ${name} r
      left join branches b on b.organization_id = r.organization_id and b.id = r.branch_id
      where r.organization_id = ${db.organizationId} and r.id = ${id}`,
    found,
  );
}

function unknown(): BerthError {
  return new BerthError("not_found", "There is no such record.");
}
