import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { DeliveryView } from "@/lib/webhooks/schema";

const states: Record<DeliveryView["state"], { tone: Tone; label: string }> = {
  delivered: { tone: "positive", label: "Delivered" },
  waiting: { tone: "info", label: "Pending" },
  sending: { tone: "info", label: "Under way" },
  failed: { tone: "danger", label: "Failed" },
};

export function DeliveryState({
  delivery: { state, attempts },
}: {
  delivery: Pick<DeliveryView, "state" | "attempts">;
}) {
  return (
    <StatusDot
      {...(state === "waiting" && attempts > 0 ? { tone: "warning", label: "To try again" } : states[state])}
    />
  );
}

const faults: Record<string, string> = {
  address_refused: "Address is not on the public internet",
  url_refused: "Address is refused",
  unresolved: "Name not found",
  timeout: "No answer in time",
  connection: "No connection",
  tls: "Certificate does not hold",
  answer_too_long: "Answer is too long",
  disabled: "Webhook was disabled",
  event_gone: "Event is gone",
  feature_off: "Webhooks were switched off here",
  not_sent: "Webhook is not sent such events any more",
  internal: "Could not be signed",
};

/** What came back, in few words. */
export function outcomeWords({ lastStatus, lastError }: Pick<DeliveryView, "lastStatus" | "lastError">): string | null {
  return outcome(lastStatus, lastError === "status" ? null : lastError);
}

export function outcome(status: number | null, error: string | null): string | null {
  if (error) return faults[error] ?? error;
  return status === null ? null : String(status);
}
