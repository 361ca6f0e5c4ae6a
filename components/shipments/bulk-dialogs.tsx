"use client";

import { BulkAssign } from "@/components/shipments/bulk-assign";
import { BulkCancel } from "@/components/shipments/bulk-cancel";
import { type BulkProps, BulkStatus } from "@/components/shipments/bulk-status";
import type { BranchChoice } from "@/lib/branches/schema";

export type BulkAct = "status" | "assign" | "cancel";

type BulkDialogsProps = BulkProps & { act: BulkAct | undefined; branches: BranchChoice[] };

/** The dialog of each act on many; at most one is open. */
export function BulkDialogs({ act, branches, shipments, ...answer }: BulkDialogsProps) {
  return (
    <>
      <BulkStatus shipments={act === "status" ? shipments : []} {...answer} />
      <BulkAssign shipments={act === "assign" ? shipments : []} branches={branches} {...answer} />
      <BulkCancel shipments={act === "cancel" ? shipments : []} {...answer} />
    </>
  );
}
