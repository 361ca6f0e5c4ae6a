"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { addressWith } from "@/components/data-table/table-address";
import { buttonStyles } from "@/components/ui/button-styles";

type Preset = { days: number; from: string; current: boolean };

/** The last so many days, by one click. */
export function RangeLinks({ presets }: { presets: Preset[] }) {
  const query = useSearchParams();
  return (
    <nav aria-label="Period" className="flex gap-2">
      {presets.map(({ days, from, current }) => (
        <Link
          key={days}
          href={addressWith(query, { from, to: null, cursor: null, trail: null })}
          scroll={false}
          aria-current={current ? "true" : undefined}
          className={buttonStyles({ variant: current ? "primary" : "secondary" })}
        >
          {days} days
        </Link>
      ))}
    </nav>
  );
}
