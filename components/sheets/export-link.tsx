"use client";

import { useSearchParams } from "next/navigation";
import { DownloadLink } from "@/components/sheets/download-link";

const view = ["cursor", "trail", "hide", "density", "open"];

/** Downloads what the list shows, with its filters and order, as CSV. */
export function ExportLink({ address }: { address: string }) {
  const query = new URLSearchParams(useSearchParams());
  for (const name of view) query.delete(name);
  return <DownloadLink href={`${address}${query.size > 0 ? `?${query}` : ""}`} label="Export CSV" />;
}
