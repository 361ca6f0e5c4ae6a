import { cookies } from "next/headers";
import { cache } from "react";
import type { z } from "zod";
import { runList, type SearchParams } from "@/lib/access/list-page";
import type { Operation, Scope } from "@/lib/access/operation";
import type { PageDoor } from "@/lib/access/page-door";
import { encodeId } from "@/lib/ids";
import { organizationShell } from "@/lib/shell/page";
import { branchCookie, rememberedBranch } from "./memory";

/** The branch that this member's lists show, as long as they may still see it; null: all. */
export const chosenBranch = cache(async (slug: string) => {
  const remembered = (await cookies()).get(branchCookie)?.value;
  // Most have none: their lists are then asked for beside the shell, and not after it.
  if (!remembered) return null;
  const { membershipId, branches } = await organizationShell(slug);
  const id = rememberedBranch(remembered, encodeId("mem", membershipId));
  return branches.find((branch) => branch.id === id) ?? null;
});

/** As `runList`, of the remembered branch where the address names none. */
export async function runBranchList<S extends Scope, Input extends z.ZodObject, Output extends z.ZodType>(
  door: PageDoor,
  operation: Operation<S, Input, Output>,
  searchParams: SearchParams,
): Promise<z.output<Output>> {
  const key = branchKeys.find((name) => name in operation.input.shape);
  const { host } = door.request;
  if (!key || host.kind !== "organization" || (await searchParams)[key]) return runList(door, operation, searchParams);
  const branch = await chosenBranch(host.slug);
  const fixed = branch ? { [key]: branch.id } : {};
  return runList(door, operation, searchParams, fixed as Partial<z.input<Input>>); // the key is one of its own
}

/** How lists call the filter: by its name, or as fields do. */
const branchKeys = ["branch", "branchId"];
