import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import type { WebhookView } from "@/lib/webhooks/schema";

const ended: Record<NonNullable<WebhookView["disabledAs"]>, string> = {
  person: "Disabled",
  gone: "Disabled: it is gone (410)",
  failing: "Disabled: it failed for three days",
  maker: "Paused: its maker left or may not see all of it",
};

export function WebhookState({ webhook }: { webhook: Pick<WebhookView, "state" | "disabledAs" | "failingSince"> }) {
  return <StatusDot {...stateOf(webhook)} />;
}

function stateOf({ state, disabledAs, failingSince }: Pick<WebhookView, "state" | "disabledAs" | "failingSince">): {
  tone: Tone;
  label: string;
} {
  if (state === "disabled")
    return { tone: disabledAs === "person" ? "neutral" : "danger", label: ended[disabledAs ?? "person"] };
  return failingSince ? { tone: "warning", label: "Failing" } : { tone: "positive", label: "Active" };
}

/** Of what ended, how much arrived. */
export function SuccessRate({
  webhook: { delivered, failed, waiting },
}: {
  webhook: Pick<WebhookView, "delivered" | "failed" | "waiting">;
}) {
  const ended = delivered + failed;
  if (ended === 0) return <span className="text-muted">{waiting > 0 ? "Nothing yet" : "Nothing sent yet"}</span>;
  const rate = Math.floor((delivered / ended) * 100);
  return (
    <span className="tabular-nums">
      {rate} % <span className="text-muted">of {ended}</span>
    </span>
  );
}
