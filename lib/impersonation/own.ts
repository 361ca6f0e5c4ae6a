import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Database } from "@/lib/access/database";
import { ownSession } from "./schema";

/** The support session that this request is part of, for the banner. */
export function myImpersonation(db: Database): Promise<z.output<typeof ownSession> | null> {
  return db.call(sql`guard.my_impersonation()`, ownSession.nullable());
}
