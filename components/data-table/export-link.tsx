"use client";

import { Download } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { buttonStyles } from "@/components/ui/button-styles";

const view = ["cursor", "trail", "hide", "density"];

/** Downloads what the list shows, with its filters and order, as CSV. */
export function ExportLink({ address }: { address: string }) {
  const query = new URLSearchParams(useSearchParams());
  for (const name of view) query.delete(name);
  return (
    <a
      href={`${address}${query.size > 0 ? `?${query}` : ""}`}
      download
      className={buttonStyles({ variant: "secondary" })}
    >
      <Download aria-hidden="true" />
      Export CSV
    </a>
  );
}
