"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { addressWith } from "@/components/data-table/table-address";
import { buttonStyles } from "@/components/ui/button-styles";

type Preset = { label: string; from: string; to: string | null; current: boolean };

/** A period by one click. */
export function RangeLinks({ presets }: { presets: Preset[] }) {
  const query = useSearchParams();
  return (
    <nav aria-label="Period" className="flex flex-wrap gap-2">
      {presets.map(({ label, from, to, current }) => (
        <Link
          key={label}
          href={addressWith(query, { from, to, cursor: null, trail: null })}
          scroll={false}
          aria-current={current ? "true" : undefined}
          className={buttonStyles({ variant: current ? "primary" : "secondary" })}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
