import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";

/** Rows of one page of an export. */
export const exportPage = 500;

/** Puts an export on the record, with what was asked for. */
export async function recordExport(
  db: Database,
  type: "memberships" | "registration_requests",
  filters: Record<string, unknown>,
): Promise<void> {
  await db.call(sql`guard.record_export(${type}, ${JSON.stringify(filters)}::jsonb)`, z.unknown());
}
