"use server";

import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { organizationAction } from "@/lib/access/action-door";
import { hostCookie } from "@/lib/access/cookies";
import type { ActionState } from "@/lib/errors";
import { branchCookie, memoryText } from "./memory";
import { chooseBranch } from "./operations";

const yearInSeconds = 365 * 24 * 60 * 60;

/** Keeps the branch that lists show, or forgets it, for this member in this browser. */
export async function chooseBranchAction(_: ActionState<unknown>, form: FormData): Promise<ActionState<unknown>> {
  const state = await organizationAction(chooseBranch, form, {
    after: async ({ membershipId, branch }) => {
      const text = branch ? memoryText(membershipId, branch) : "";
      (await cookies()).set(branchCookie, text, { ...hostCookie, maxAge: branch ? yearInSeconds : 0 });
      return undefined;
    },
  });
  refresh();
  return state;
}
