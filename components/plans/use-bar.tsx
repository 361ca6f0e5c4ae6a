import { amount, barOf, fillOf } from "@/components/plans/words";
import { classNames } from "@/components/ui/class-names";
import { type LimitName, limits } from "@/lib/plans/words";

type UseBarProps = { name: LimitName; most: number | null; used: number; note?: string };

/** One limit with its use. Words say what the colour says. */
export function UseBar({ name, most, used, note }: UseBarProps) {
  const { label, help } = limits[name];
  const fill = fillOf({ most, used });
  return (
    <div className="py-3 first:pt-0 last:pb-0">
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{label}</span>
        <span className="text-muted tabular-nums">
          <span className="text-text">{used.toLocaleString("en")}</span>
          {most === null ? ", no limit" : ` of ${amount(most)}`}
        </span>
      </div>
      {most !== null && (
        <div
          role="progressbar"
          aria-label={`${label} in use`}
          aria-valuemin={0}
          aria-valuemax={most}
          aria-valuenow={Math.min(used, most)}
          className="h-1.5 overflow-hidden rounded-full bg-hover"
        >
          <div
            className={classNames("h-full rounded-full", barOf[fill])}
            style={{ width: `${most === 0 ? 100 : Math.min(100, (used / most) * 100)}%` }}
          />
        </div>
      )}
      <p className="mt-1.5 text-muted text-table">{[states[fill], help, note].filter(Boolean).join(" ")}</p>
    </div>
  );
}

const states = {
  open: "",
  near: "Nearly full.",
  full: "Nothing is left.",
  past: "The limit was lowered: nothing is taken away, and nothing more comes in.",
} as const;
