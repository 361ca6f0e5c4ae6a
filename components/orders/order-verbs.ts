import type { RecordVerb } from "@/components/resource/verbs";
import { cancelOrderAction, confirmOrderAction, fulfilOrderAction } from "@/lib/orders/actions";
import { course, type OrderStatus } from "@/lib/orders/rules";

type Given = {
  order: { reference: string; status: OrderStatus };
  may: { update: boolean; cancel: boolean };
};

/** What may come next for an order, its next step first. */
export function orderVerbs({ order, may }: Given): RecordVerb[] {
  const follows = course[order.status];
  const verbs: RecordVerb[] = [];
  if (may.update && follows.includes("confirmed")) verbs.push({ label: "Confirm order", action: confirmOrderAction });
  if (may.update && follows.includes("fulfilled"))
    verbs.push({ label: "Mark as fulfilled", action: fulfilOrderAction });
  if (may.cancel && follows.includes("cancelled"))
    verbs.push({
      label: "Cancel order",
      action: cancelOrderAction,
      asks: {
        title: `Cancel ${order.reference}?`,
        text: "It stays on the record as cancelled and cannot be opened again.",
        keep: "Keep it",
      },
    });
  return verbs;
}
