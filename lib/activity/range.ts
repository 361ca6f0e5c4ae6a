import { weeksOf } from "@/lib/preferences/weeks";
import { activityInput } from "./schema";

const presets = [7, 30, 90] as const;

/** The days of an address, or the last thirty where it names none that can be shown; `fault` then says why. */
export function rangeOf(query: Record<string, string | string[] | undefined>, timeZone: string) {
  const today = todayIn(timeZone);
  const { from, to } = query;
  const asked = activityInput.safeParse({ from: from || before(today, 29), to: to || today });
  if (asked.success) return { range: asked.data, fault: undefined };
  const [issue] = asked.error.issues;
  const fault = issue?.code === "custom" ? issue.message : "These are no days.";
  return { range: { from: before(today, 29), to: today }, fault };
}

/** So many days before. */
function before(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

/** The day that it is there. */
export function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date());
}

/** Periods to choose by one click: the organization's weeks, as far as they went, and so many days until now. */
export function rangePresets(shown: { from: string; to: string }, calendar: Parameters<typeof weeksOf>[0]) {
  const today = todayIn(calendar.timeZone);
  const weeks = weeksOf(calendar).map((week) => ({ ...week, to: week.to.localeCompare(today) > 0 ? today : week.to }));
  const days = presets.map((each) => ({ label: `${each} days`, from: before(today, each - 1), to: today }));
  return [...weeks, ...days].map(({ label, from, to }) => ({
    label,
    from,
    to: to === today ? null : to,
    current: shown.from === from && shown.to === to,
  }));
}
