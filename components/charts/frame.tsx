import type { ReactNode } from "react";

type FrameProps = { top: string; days: string[]; children: ReactNode };

/** Zero below, the highest value above, the first and the last day under it. */
export function Frame({ top, days, children }: FrameProps) {
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-2 text-muted text-xs tabular-nums">
      <div className="flex flex-col justify-between text-right">
        <span className="-translate-y-1/2">{top}</span>
        <span className="translate-y-1/2">0</span>
      </div>
      <div className="relative h-40 border-t border-t-border/60 border-b border-b-control border-dashed [border-bottom-style:solid]">
        {children}
      </div>
      <span />
      <div className="mt-1.5 flex justify-between">
        <span>{dayText(days[0])}</span>
        {days.length > 1 && <span>{dayText(days.at(-1))}</span>}
      </div>
    </div>
  );
}

/** "21 Nov" of 2026-11-21. */
export function dayText(day: string | undefined): string {
  if (!day) return "";
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(day));
}

/** A round number that is at least this. */
export function niceTop(value: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return Math.max(4, [1, 2, 4, 5, 10].map((each) => each * step).find((each) => each >= value) ?? value);
}
