import { Callout } from "@/components/ui/callout";
import { RelativeTime } from "@/components/ui/relative-time";
import type { WebhookView } from "@/lib/webhooks/schema";

const threeDays = 3 * 86_400_000;

const why: Record<"gone" | "failing" | "maker", string> = {
  gone: "It answered that it is gone (410).",
  failing: "It had not answered well for three days.",
  maker: "Whoever made it left, or may not see any more what it is sent. Enable it to answer for it yourself.",
};

/** What is wrong with an endpoint, and what to do about it. */
export function WebhookStanding({ webhook, timeZone }: { webhook: WebhookView; timeZone: string }) {
  const { state, disabledAs, failingSince } = webhook;
  if (state === "disabled" && disabledAs && disabledAs !== "person")
    return (
      <Callout tone="danger" title="Nothing is sent to it any more" className="mb-6">
        {why[disabledAs]} When it is well again, enable it, then choose “Send again since” for what it missed.
      </Callout>
    );
  if (state === "disabled" || !failingSince) return null;
  return (
    <Callout tone="warning" title="It does not answer well" className="mb-6">
      The first try that failed was <RelativeTime value={failingSince} timeZone={timeZone} />, and none has arrived
      since. Where none does, the webhook is disabled{" "}
      <RelativeTime value={new Date(failingSince.getTime() + threeDays)} timeZone={timeZone} />, and those who manage
      webhooks are told.
    </Callout>
  );
}
