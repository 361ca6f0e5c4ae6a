import { classNames } from "@/components/ui/class-names";

export type ProgressProps = { label: string; value?: number; max?: number; detail?: string; className?: string };

/** Without `value` the length is unknown and the bar only says that work goes on. */
export function Progress({ label, value, max = 100, detail, className }: ProgressProps) {
  const share = value === undefined ? undefined : Math.min(100, Math.max(0, (value / max) * 100));
  return (
    <div className={className}>
      <div className="mb-1.5 flex justify-between gap-4 text-table">
        <span>{label}</span>
        <span className="text-muted tabular-nums">
          {detail ?? (share === undefined ? "" : `${Math.round(share)} %`)}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        className="h-1.5 overflow-hidden rounded-full bg-hover"
      >
        <div
          className={classNames("h-full rounded-full bg-accent", share === undefined && "w-1/3 animate-pulse")}
          style={share === undefined ? undefined : { width: `${share}%` }}
        />
      </div>
    </div>
  );
}
