import { dayText, Frame, niceTop } from "@/components/charts/frame";
import { OneDay } from "@/components/charts/one-day";

export type Series = { key: string; label: string; colour: string };
type Day = { day: string } & Record<string, number | string>;

/** One bar for each day, its parts one above another. */
export function StackedBars({ days, series }: { days: Day[]; series: Series[] }) {
  const total = (day: Day) => series.reduce((sum, { key }) => sum + Number(day[key]), 0);
  const top = niceTop(Math.max(...days.map(total), 0));
  const share = (day: Day, key: string) => (100 * Number(day[key])) / top;
  const figures = (day: Day) => series.map(({ key, label }) => `${figure(day[key])} ${label.toLowerCase()}`);
  const [only] = days;
  return (
    <Frame top={top.toLocaleString("en")} days={days.map(({ day }) => day)}>
      {days.length === 1 && only ? (
        <OneDay
          parts={series.map(({ key, colour }) => ({ key, colour, share: share(only, key) }))}
          figures={figures(only)}
        />
      ) : (
        <div className="flex h-full items-end gap-px sm:gap-0.5">
          {days.map((day) => (
            <div
              key={day.day}
              title={`${dayText(day.day)}: ${figures(day).join(", ")}`}
              className="flex h-full min-w-0 flex-1 flex-col-reverse hover:bg-hover"
            >
              {series.map(({ key, colour }) => (
                <div key={key} style={{ height: `${share(day, key)}%`, background: colour }} />
              ))}
            </div>
          ))}
        </div>
      )}
    </Frame>
  );
}

function figure(count: number | string | undefined): string {
  return Number(count).toLocaleString("en");
}
