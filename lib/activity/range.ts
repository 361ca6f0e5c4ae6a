import { activityInput } from "./schema";

export const presets = [7, 30, 90] as const;

/** The days of an address, or the last thirty where it names none that can be shown. */
export function rangeOf(query: Record<string, string | string[] | undefined>, timeZone: string) {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date());
  const { from, to } = query;
  const asked = activityInput.safeParse({ from: from || before(today, 29), to: to || today });
  return asked.success ? asked.data : { from: before(today, 29), to: today };
}

/** So many days before. */
export function before(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}
