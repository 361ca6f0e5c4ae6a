import { dayText, Frame, niceTop } from "@/components/charts/frame";
import { classNames } from "@/components/ui/class-names";

export type Series = { key: string; label: string; colour: string };
type Day = { day: string } & Record<string, number | string>;

/** One bar for each day, its parts one above another. */
export function StackedBars({ days, series }: { days: Day[]; series: Series[] }) {
  const total = (day: Day) => series.reduce((sum, { key }) => sum + Number(day[key]), 0);
  const top = niceTop(Math.max(...days.map(total), 0));
  return (
    <Frame top={top.toLocaleString("en")} days={days.map(({ day }) => day)}>
      <div className="flex h-full items-end gap-px sm:gap-0.5">
        {days.map((day) => (
          <div
            key={day.day}
            title={`${dayText(day.day)}: ${series.map(({ key, label }) => `${day[key]} ${label.toLowerCase()}`).join(", ")}`}
            className={classNames(
              "flex h-full min-w-0 flex-1 flex-col-reverse hover:bg-hover",
              days.length === 1 && "max-w-24",
            )}
          >
            {series.map(({ key, colour }) => (
              <div key={key} style={{ height: `${(100 * Number(day[key])) / top}%`, background: colour }} />
            ))}
          </div>
        ))}
      </div>
    </Frame>
  );
}
