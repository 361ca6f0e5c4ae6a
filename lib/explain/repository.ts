import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { grantors } from "@/lib/access/grantors";
import { describePermission, type Permission } from "@/lib/access/permissions";
import { evidence } from "./schema";

type Subject = { member?: string | undefined; key?: string | undefined };

export function explainRepository(db: Database) {
  return {
    evidence: ({ member = undefined, key = undefined }: Subject) =>
      db.call(sql`guard.access_evidence(${member ?? null}, ${key ?? null})`, evidence),
    grantors: (permission: string) => db.call(sql`guard.grantors(${permission})`, grantors),
    ask: (permission: Permission, page: string) =>
      db.call(
        sql`guard.ask_for_permission(${permission}, ${describePermission(permission)}, ${page})`,
        z.number().nullable(),
      ),
  };
}
