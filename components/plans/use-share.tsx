import { barOf, fillOf } from "@/components/plans/words";
import { classNames } from "@/components/ui/class-names";

type UseShareProps = { used: number; most: number | null; what: string };

/** How much of a limit is in use, small enough for a cell or a card. */
export function UseShare({ used, most, what }: UseShareProps) {
  const words =
    most === null ? used.toLocaleString("en") : `${used.toLocaleString("en")} of ${most.toLocaleString("en")}`;
  if (most === null) return <span className="tabular-nums">{words}</span>;
  return (
    <span className="block min-w-24 max-w-40 tabular-nums">
      {words}
      <UseLine used={used} most={most} what={what} />
    </span>
  );
}

/** The line alone. */
export function UseLine({ used, most, what }: UseShareProps & { most: number }) {
  const share = most === 0 ? 100 : Math.min(100, (100 * used) / most);
  return (
    <span
      role="progressbar"
      aria-label={`Of the plan's ${what}`}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={Math.min(used, most)}
      className="mt-1 block h-1 overflow-hidden rounded-full bg-hover"
    >
      <span
        className={classNames("block h-full rounded-full", barOf[fillOf({ most, used })])}
        style={{ width: `${share}%` }}
      />
    </span>
  );
}
