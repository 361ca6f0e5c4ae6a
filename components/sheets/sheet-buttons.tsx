"use client";

import { Upload } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { type BranchKey, useBranchMemory } from "@/components/branches/branch-memory";
import { DownloadLink } from "@/components/sheets/download-link";
import { buttonStyles } from "@/components/ui/button-styles";

type Props = {
  /** The list's path: `/customers`. */
  path: string;
  may: { import: boolean; export: boolean };
  /** Where the list has a filter by branch: the file then holds what the list shows. */
  branchKey?: BranchKey | undefined;
};

/** Beside the title of a list: its rows as a file, as the filters show them, and rows from a file. */
export function SheetButtons({ path, may, branchKey }: Props) {
  const { chosen } = useBranchMemory();
  const shown = new URLSearchParams(useSearchParams());
  if (branchKey && chosen && !shown.has(branchKey)) shown.set(branchKey, chosen.id);
  const query = shown.toString();
  return (
    <>
      {may.import && (
        <Link href={`${path}/import`} className={buttonStyles({ variant: "secondary" })}>
          <Upload />
          Import
        </Link>
      )}
      {may.export && <DownloadLink href={`/export${path}${query && `?${query}`}`} label="Export" />}
    </>
  );
}
