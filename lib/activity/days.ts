import type { Amounts } from "./schema";

type Counted = { day: string; kind: string; n: number };

const kindOf: Record<string, keyof Amounts> = {
  orders: "orders",
  shipments: "shipments",
  registration_requests: "approvals",
  invitations: "invitations",
};

/** Each day from the first to the last, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** A line for each day, also for those on which nothing happened. */
export function filledDays(days: string[], counted: Counted[]): ({ day: string } & Amounts)[] {
  const byDay = new Map(days.map((day) => [day, { day, orders: 0, shipments: 0, approvals: 0, invitations: 0 }]));
  for (const { day, kind, n } of counted) {
    const line = byDay.get(day);
    const name = kindOf[kind];
    if (line && name) line[name] = n;
  }
  return [...byDay.values()];
}

/** How many stood open at the end of each day, from what came and went. */
export function openOn(days: string[], changes: { day: string; change: number }[]): { day: string; count: number }[] {
  const first = days[0] ?? "";
  const byDay = new Map<string, number>();
  let open = 0;
  for (const { day, change } of changes) {
    if (day < first) open += change;
    else byDay.set(day, (byDay.get(day) ?? 0) + change);
  }
  return days.map((day) => {
    open += byDay.get(day) ?? 0;
    return { day, count: open };
  });
}
