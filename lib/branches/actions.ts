"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { archiveBranch, previewArchive, restoreBranch, setMemberBranches } from "./operations";
import type { ArchivePreview, BranchChoice, Placement } from "./schema";

type Placed = ActionState<Placement>;
type Closed = ActionState<BranchChoice>;

export async function setMemberBranchesAction(_: Placed, form: FormData): Promise<Placed> {
  return organizationAction(setMemberBranches, form, { message: () => "The branches are saved." });
}

export async function archiveBranchAction(_: Closed, form: FormData): Promise<Closed> {
  return organizationAction(archiveBranch, form, { message: ({ name }) => `${name} is archived.` });
}

export async function restoreBranchAction(_: Closed, form: FormData): Promise<Closed> {
  return organizationAction(restoreBranch, form, { message: ({ name }) => `${name} is open again.` });
}

export async function previewArchiveAction(
  _: ActionState<ArchivePreview>,
  form: FormData,
): Promise<ActionState<ArchivePreview>> {
  return organizationAction(previewArchive, form);
}
