import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { evidence } from "./schema";

type Subject = { member?: string | undefined; key?: string | undefined };

export function explainRepository(db: Database) {
  return {
    evidence: ({ member = undefined, key = undefined }: Subject) =>
      db.call(sql`guard.access_evidence(${member ?? null}, ${key ?? null})`, evidence),
    givers: (permission: string) => db.call(sql`guard.givers(${permission})`, z.array(z.string())),
  };
}
