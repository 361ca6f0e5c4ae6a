import { tz } from "@date-fns/tz";
import { addDays, format, startOfWeek, subWeeks } from "date-fns";
import type { Preferences } from "./schema";

/** Days of an address, both included; `to` may lie ahead. */
export type DayRange = { label: string; from: string; to: string };

const firstDay = { sunday: 0, monday: 1, saturday: 6 } as const;

type Calendar = { timeZone: string; week_start: Preferences["week_start"] };

/** This week and the one before, as the organization's weeks begin and where its day has begun. */
export function weeksOf({ timeZone, week_start }: Calendar, now = new Date()): DayRange[] {
  const begins = startOfWeek(now, { weekStartsOn: firstDay[week_start], in: tz(timeZone) });
  return [
    { label: "This week", begins },
    { label: "Last week", begins: subWeeks(begins, 1) },
  ].map((week) => ({ label: week.label, from: day(week.begins), to: day(addDays(week.begins, 6)) }));
}

const day = (date: Date) => format(date, "yyyy-MM-dd");
