"use client";

import { useSearchParams } from "next/navigation";
import { type BranchKey, useBranchMemory } from "@/components/branches/branch-memory";
import { DownloadLink } from "@/components/sheets/download-link";

const view = ["cursor", "trail", "hide", "density", "open"];

/** Downloads what the list shows, with its filters and order, as CSV. */
export function ExportLink({ address, branchKey }: { address: string; branchKey?: BranchKey }) {
  const { chosen } = useBranchMemory();
  const query = new URLSearchParams(useSearchParams());
  for (const name of view) query.delete(name);
  if (branchKey && chosen && !query.has(branchKey)) query.set(branchKey, chosen.id);
  return <DownloadLink href={`${address}${query.size > 0 ? `?${query}` : ""}`} label="Export CSV" />;
}
