import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { BerthError } from "@/lib/errors";
import { idInput, idOutput } from "@/lib/ids";
import { branchesRepository } from "./repository";

export const chooseBranch = defineOperation({
  name: "branches.choose",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "Choose the branch that your lists show; empty: all",
  input: z.strictObject({ branch: z.union([z.literal("").transform(() => null), idInput("brn")]) }),
  output: z.object({ membershipId: idOutput("mem"), branch: idOutput("brn").nullable() }),
  run: async ({ db, actor, input }) => {
    if (actor.membershipId === null)
      throw new BerthError("forbidden", "A key has no lists.", { reason: "members_only" });
    const branch = input.branch ? (await branchesRepository(db).find(input.branch)).id : null;
    return { membershipId: actor.membershipId, branch };
  },
});
