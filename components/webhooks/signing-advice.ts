import type { SecretOnceProps } from "@/components/ui/secret-once";
import type { WebhookWithSecret } from "@/lib/webhooks/schema";

export const signingAdvice =
  "Every message is signed with it, as Standard Webhooks says. Check the signature before you believe a message.";

export function signingSecret({ secret }: WebhookWithSecret): SecretOnceProps {
  return { label: "Signing secret", value: secret };
}
