"use server";

import { notFound } from "next/navigation";
import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { moveAssets, moveCustomers, moveOrders, moveShipments } from "./move-operations";
import { archiveBranch, previewArchive, restoreBranch, setMemberBranches } from "./operations";
import { type ArchivePreview, type BranchChoice, isMovable, type Placement } from "./schema";

type Placed = ActionState<Placement>;
type Closed = ActionState<BranchChoice>;
type Moved = ActionState<{ moved: number }>;

const moves = { shipments: moveShipments, orders: moveOrders, assets: moveAssets, customers: moveCustomers };

/** Bound to what kind of record is moved. */
export async function moveToBranchAction(kind: string, _: Moved, form: FormData): Promise<Moved> {
  if (!isMovable(kind)) notFound();
  return organizationAction(moves[kind], form);
}

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
