import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import type { Database } from "@/lib/access/database";

/** The organization's own time zone. */
export async function zoneOf(db: Database): Promise<string> {
  const [row] = await db.query
    .select({ timeZone: organizations.timeZone })
    .from(organizations)
    .where(eq(organizations.id, db.organizationId));
  return row?.timeZone ?? "UTC";
}
