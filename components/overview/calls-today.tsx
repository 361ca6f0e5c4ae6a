import { NumberCard } from "@/components/overview/number-card";
import type { Room } from "@/lib/plans/schema";

/** The calls of today, and how many the plan has for a day. */
export function CallsToday({ room: { most, used }, called }: { room: Room; called: number }) {
  if (most === null)
    return <NumberCard label="API calls today" value={called} note="No limit for a day" href="/usage" />;
  const value = used ?? 0;
  return (
    <NumberCard
      label="API calls today"
      value={value}
      limit={{ most, what: "calls for today" }}
      note={value >= most ? "Nothing is left until midnight" : `Of ${most.toLocaleString("en")} for today`}
      href="/settings/plan"
    />
  );
}
