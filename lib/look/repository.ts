import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema/organizations";
import type { Database } from "@/lib/access/database";
import { BerthError } from "@/lib/errors";
import type { LogoTheme } from "./rules";

const g = organizations;

type Change = Partial<Pick<typeof g.$inferInsert, "accent" | "logoFile" | "logoDarkFile" | "publiclyVisible">>;

export function lookRepository(db: Database) {
  const own = eq(g.id, db.organizationId);
  return {
    async find() {
      const [row] = await db.query
        .select({
          id: g.id,
          name: g.name,
          slug: g.slug,
          accent: g.accent,
          logo_file: g.logoFile,
          logo_dark_file: g.logoDarkFile,
          publicly_visible: g.publiclyVisible,
        })
        .from(g)
        .where(own);
      if (!row) throw new BerthError("not_found", "There is no such organization.");
      return row;
    },
    async update(change: Change): Promise<void> {
      await db.query
        .update(g)
        .set({ ...change, updatedAt: new Date() })
        .where(own);
    },
    /** The logo that is there now, held until the end of the transaction so that two changes follow each other. */
    async lockLogo(theme: LogoTheme): Promise<string | null> {
      const [row] = await db.query
        .select({ light: g.logoFile, dark: g.logoDarkFile })
        .from(g)
        .where(own)
        .for("no key update");
      return row?.[theme] ?? null;
    },
  };
}
