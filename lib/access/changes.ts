import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import type { Database } from "./database";
import type { AnyOperation } from "./operation";

/** For writes of the organization's own row: as which read it is seen. */
export function ofOrganization(shownBy: AnyOperation) {
  return {
    shownBy,
    lock: (db: Database) =>
      db.query
        .select({ id: organizations.id })
        .from(organizations)
        .where(eq(organizations.id, db.organizationId))
        .for("no key update"),
  };
}
