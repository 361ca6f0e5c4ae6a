import type { TimeStyle } from "@/components/ui/time-style";

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

export function relativeText(value: Date, now: Date): string {
  const seconds = Math.round((value.getTime() - now.getTime()) / 1000);
  const step = steps.find(([, size]) => Math.abs(seconds) >= size);
  return step ? relative.format(Math.round(seconds / step[1]), step[0]) : "just now";
}

/** The places whose habit each way of writing a date is. */
const habits = { "day-month-year": "en-GB", "month-day-year": "en-US", "year-month-day": "en-CA" } as const;

export function exactText(value: Date, timeZone: string, style: TimeStyle): string {
  return written(value, timeZone, style, { ...time, second: "2-digit" });
}

export function dateText(value: Date, timeZone: string, style: TimeStyle, withTime: boolean): string {
  return written(value, timeZone, style, withTime ? time : {});
}

const time: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", timeZoneName: "short" };

function written(value: Date, timeZone: string, { dates, clock }: TimeStyle, more: Intl.DateTimeFormatOptions): string {
  const day: Intl.DateTimeFormatOptions =
    dates === "year-month-day"
      ? { year: "numeric", month: "2-digit", day: "2-digit" }
      : { day: "numeric", month: "short", year: "numeric" };
  const hours: Intl.DateTimeFormatOptions = more.hour ? { hourCycle: clock === "12" ? "h12" : "h23" } : {};
  return formatOf(habits[dates], { timeZone, ...day, ...more, ...hours }).format(value);
}

const formats = new Map<string, Intl.DateTimeFormat>();
const keptFormats = 200;

/** Making one takes longer than a hundred uses of it. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  if (formats.size >= keptFormats) formats.clear();
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}
