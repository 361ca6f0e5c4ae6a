import type { Verdict } from "@/lib/access/verdict";

export type OrderStatus = "open" | "confirmed" | "fulfilled" | "cancelled";

/** Which status may follow which. `guard.order_may_become` says the same and has the last word. */
export const course: Record<OrderStatus, readonly OrderStatus[]> = {
  open: ["confirmed", "cancelled"],
  confirmed: ["fulfilled", "cancelled"],
  fulfilled: [],
  cancelled: [],
};

export const orderStatuses = [
  { value: "open", label: "Open", tone: "info" },
  { value: "confirmed", label: "Confirmed", tone: "accent" },
  { value: "fulfilled", label: "Fulfilled", tone: "positive" },
  { value: "cancelled", label: "Cancelled", tone: "neutral" },
] as const;

/** A fulfilled or cancelled order stays as it is. */
export function settledVerdict(status: OrderStatus): Verdict {
  if (course[status].length > 0) return { allowed: true };
  return { allowed: false, reason: "order_settled", message: `This order is ${status} and stays as it is.` };
}

export function followsVerdict(status: OrderStatus, to: OrderStatus): Verdict {
  if (course[status].includes(to)) return { allowed: true };
  return { allowed: false, reason: "status_not_next", message: `This order is ${status}, so it cannot become ${to}.` };
}
