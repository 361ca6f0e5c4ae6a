"use client";

import { useTransition } from "react";
import { useBranchMemory } from "@/components/branches/branch-memory";
import { FilterChip } from "@/components/data-table/filter-chip";

/** On pages with figures: of which branch they are, and the way back to all. */
export function BranchChip() {
  const { chosen, choose } = useBranchMemory();
  const [, start] = useTransition();
  if (!chosen) return null;
  return (
    <ul aria-label="Filters in use" className="mb-4 flex flex-wrap gap-1.5">
      <FilterChip
        filter={{ key: "branch", label: "Branch", options: [{ value: chosen.id, label: chosen.name }] }}
        values={[chosen.id]}
        onRemove={() => start(() => choose(null))}
      />
    </ul>
  );
}
