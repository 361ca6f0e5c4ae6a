import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { branches } from "@/db/schema/branches";
import { defineOperation } from "@/lib/access/operation";
import { idOutput } from "@/lib/ids";
import { branchChoice } from "./schema";

export const listBranchChoices = defineOperation({
  name: "branches.choices",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "List the branches to choose from",
  input: z.strictObject({}),
  output: z.array(branchChoice.extend({ id: idOutput("brn") })),
  run: ({ db }) =>
    db.query
      .select({ id: branches.id, name: branches.name, code: branches.code, archived: branches.archived })
      .from(branches)
      .where(eq(branches.organizationId, db.organizationId))
      .orderBy(asc(branches.name), asc(branches.id))
      .limit(500),
});
