"use client";

import { Progress } from "@/components/ui/progress";
import { useRedraw } from "@/components/ui/use-redraw";
import type { ImportView } from "@/lib/imports/schema";

type Props = Pick<ImportView, "phase" | "taken" | "total" | "faulty"> & { many: string };

const pauseMs = 1000;
const number = new Intl.NumberFormat("en");

/** How far the work is; asks again each second until it is over. */
export function ImportProgress({ phase, taken, total, faulty, many }: Props) {
  useRedraw(true, pauseMs);
  const of = total === null ? "" : ` of ${number.format(total)}`;
  const detail = `${number.format(taken)}${of} ${many}, ${number.format(faulty)} with faults so far`;
  return (
    <div className="grid gap-2" aria-live="polite">
      <Progress
        label={phase === "checking" ? "Checking the file" : "Importing"}
        detail={detail}
        {...(total === null ? {} : { value: taken, max: Math.max(1, total) })}
      />
      <p className="text-muted text-table">This goes on when you leave the page.</p>
    </div>
  );
}
