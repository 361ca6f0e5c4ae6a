import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { SecretOnce } from "@/components/ui/secret-once";
import type { WebhookWithSecret } from "@/lib/webhooks/schema";

export function SecretDialog({ made }: { made: WebhookWithSecret }) {
  return (
    <div className="space-y-5">
      <p className="text-muted">
        Every message is signed with it, as Standard Webhooks says. Check the signature before you believe a message.
      </p>
      <SecretOnce label="Signing secret" value={made.secret} />
      <div className="flex justify-end">
        <DialogClose render={<Button variant="primary">I have kept it</Button>} />
      </div>
    </div>
  );
}
