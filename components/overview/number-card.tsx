import Link from "next/link";
import { UseLine } from "@/components/plans/use-share";

export type NumberCardProps = {
  label: string;
  value: number;
  /** What came in the last 30 days beside the 30 before. */
  change?: { now: number; before: number; what: string };
  note?: string;
  /** How much of a limit the value is. */
  limit?: { most: number; what: string };
  href?: string;
};

const exact = new Intl.NumberFormat("en");

export function NumberCard({ label, value, change, note, limit, href }: NumberCardProps) {
  return (
    <div className="relative min-w-0 rounded-surface border bg-surface px-4 py-3 sm:px-5 sm:py-4 has-[a:hover]:border-control has-focus-visible:outline-2 has-focus-visible:outline-ring">
      <h2 className="text-muted text-table">
        {href ? (
          <Link href={href} className="outline-none after:absolute after:inset-0">
            {label}
          </Link>
        ) : (
          label
        )}
      </h2>
      <p className="mt-1 font-semibold text-2xl tabular-nums tracking-tight">{exact.format(value)}</p>
      {limit && <UseLine used={value} {...limit} />}
      <p className="mt-1 text-muted text-table">{change ? changeText(change) : note}</p>
    </div>
  );
}

function changeText({ now, before, what }: NonNullable<NumberCardProps["change"]>) {
  if (now === before)
    return now === 0 ? `None ${what} in 60 days` : `${exact.format(now)} ${what}, as in the 30 days before`;
  return `${exact.format(now)} ${what} in 30 days, ${exact.format(before)} in the 30 before`;
}
