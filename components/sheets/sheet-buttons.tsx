"use client";

import { Upload } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { DownloadLink } from "@/components/sheets/download-link";
import { buttonStyles } from "@/components/ui/button-styles";

type Props = {
  /** The list's path: `/customers`. */
  path: string;
  may: { import: boolean; export: boolean };
};

/** Beside the title of a list: its rows as a file, as the filters show them, and rows from a file. */
export function SheetButtons({ path, may }: Props) {
  const query = useSearchParams().toString();
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
