"use client";

import { createContext, type ReactNode, useContext } from "react";
import { KeptFilterContext } from "@/components/data-table/kept-filter";
import { send } from "@/components/form/send";
import { toast } from "@/components/ui/toast";
import { chooseBranchAction } from "@/lib/branches/memory-actions";

/** How lists call their filter by branch: by its name, or as fields do. */
export type BranchKey = "branch" | "branchId";

export type KnownBranch = { id: string; name: string; parentId: string | null };

type Memory = {
  /** Open branches that the acting person is of. */
  branches: KnownBranch[];
  /** Whether others than these exist for the acting person. */
  limited: boolean;
  /** What lists show where the address names no branch; null: all of them. */
  chosen: KnownBranch | null;
  choose: (branch: string | null) => Promise<void>;
};

const Memories = createContext<Memory>({ branches: [], limited: false, chosen: null, choose: async () => undefined });

export const useBranchMemory = () => useContext(Memories);

const keys: BranchKey[] = ["branch", "branchId"];

type BranchMemoryProps = Omit<Memory, "choose"> & { organizationId: string; children: ReactNode };

/** The branch that was chosen once, for every list inside. */
export function BranchMemory({ branches, limited, chosen, organizationId, children }: BranchMemoryProps) {
  async function choose(branch: string | null) {
    const state = await send(chooseBranchAction, { organization: organizationId, branch: branch ?? "" });
    if (state.status === "failed") toast.failed(state.message);
  }
  return (
    <Memories value={{ branches, limited, chosen, choose }}>
      <KeptFilterContext value={{ keys, chosen, choose }}>{children}</KeptFilterContext>
    </Memories>
  );
}
