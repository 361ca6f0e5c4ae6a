import { and, eq, getTableColumns } from "drizzle-orm";
import { auditExports } from "@/db/schema/audit-exports";
import type { Database } from "@/lib/access/database";
import { keyset } from "@/lib/access/list";
import { BerthError } from "@/lib/errors";

export type Export = typeof auditExports.$inferSelect;

type Change = Partial<Pick<Export, "phase" | "lastId" | "taken" | "parts" | "problem" | "finishedAt">>;

export function exportsRepository(db: Database) {
  const own = eq(auditExports.organizationId, db.organizationId);
  const one = (id: string) => and(own, eq(auditExports.id, id));
  return {
    async find(id: string): Promise<Export> {
      const [row] = await db.query.select().from(auditExports).where(one(id));
      if (!row) throw new BerthError("not_found", "There is no such export.");
      return row;
    },
    async list(input: { limit: number; cursor?: string | undefined }) {
      const at = keyset(
        { ...input, sort: "-created" },
        {
          list: "audit.exports",
          owner: db.organizationId,
          sorts: { created: { by: auditExports.createdAt, type: "timestamptz" } },
          id: auditExports.id,
        },
      );
      const found = await db.query
        .select({ ...getTableColumns(auditExports), position: at.position })
        .from(auditExports)
        .where(and(own, at.after))
        .orderBy(...at.orderBy)
        .limit(at.limit);
      return at.page(found);
    },
    update: (id: string, values: Change) => db.query.update(auditExports).set(values).where(one(id)),
  };
}

/** How far in time an export came, of a hundred. */
export function progressOf({ phase, newestId, oldestId, lastId }: Export): number | null {
  if (phase === "done") return 100;
  if (newestId === null || oldestId === null || lastId === null) return null;
  return Math.min(99, Math.round((100 * (newestId - lastId)) / Math.max(1, newestId - oldestId)));
}
