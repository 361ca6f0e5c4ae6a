"use client";

import { Ban, Ellipsis, Pencil, RefreshCw, RotateCcw, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { send } from "@/components/form/send";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { ReplayDialog } from "@/components/webhooks/replay-dialog";
import { EditWebhook, RotateSecret } from "@/components/webhooks/webhook-dialogs";
import type { EventKind } from "@/lib/events/schema";
import {
  deleteWebhookAction,
  disableWebhookAction,
  enableWebhookAction,
  testWebhookAction,
} from "@/lib/webhooks/actions";
import type { WebhookView } from "@/lib/webhooks/schema";

type WebhookActsProps = { webhook: WebhookView; organizationId: string; kinds: EventKind[] };
type Asked = "edit" | "rotate" | "replay" | "disable" | "delete";

export function WebhookActs({ webhook, organizationId, kinds }: WebhookActsProps) {
  const router = useRouter();
  const [asked, setAsked] = useState<Asked>();
  const [pending, start] = useTransition();
  const { id, url } = webhook;
  const fields = { organization: organizationId, id };
  const active = webhook.state === "active";
  const done = () => setAsked(undefined);
  const take = (action: typeof testWebhookAction, said: string) =>
    start(async () => {
      const state = await send(action, fields);
      if (state.status === "failed") toast.failed(state.message);
      else toast.done(said);
    });
  return (
    <>
      {active ? (
        <Button pending={pending} onClick={() => take(testWebhookAction, "A test event is on its way")}>
          Send test
        </Button>
      ) : (
        <Button variant="primary" pending={pending} onClick={() => take(enableWebhookAction, "It gets events again")}>
          Enable
        </Button>
      )}
      <Menu
        trigger={
          <IconButton label="More for this webhook">
            <Ellipsis />
          </IconButton>
        }
      >
        <MenuItem icon={<Pencil />} onSelect={() => setAsked("edit")}>
          Edit
        </MenuItem>
        <MenuItem icon={<RefreshCw />} onSelect={() => setAsked("rotate")}>
          Rotate secret
        </MenuItem>
        {active && (
          <MenuItem icon={<RotateCcw />} onSelect={() => setAsked("replay")}>
            Send again since
          </MenuItem>
        )}
        {active && (
          <MenuItem icon={<Ban />} onSelect={() => setAsked("disable")}>
            Disable
          </MenuItem>
        )}
        <MenuItem icon={<Trash2 />} danger onSelect={() => setAsked("delete")}>
          Delete
        </MenuItem>
      </Menu>
      {asked === "edit" && <EditWebhook {...{ webhook, organizationId, kinds }} onClose={done} />}
      {asked === "rotate" && <RotateSecret {...{ webhook, organizationId }} onClose={done} />}
      {asked === "replay" && <ReplayDialog {...{ webhook, organizationId }} onClose={done} />}
      <ConfirmDialog
        open={asked === "disable"}
        onOpenChange={done}
        title="Disable this webhook?"
        confirmLabel="Disable"
        tone="primary"
        onConfirm={() => send(disableWebhookAction, fields)}
      >
        Nothing is sent to it until you enable it. What waits counts as failed; you can send that again later.
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === "delete"}
        onOpenChange={done}
        title="Delete this webhook?"
        confirmLabel="Delete"
        onConfirm={async () => {
          const state = await send(deleteWebhookAction, fields);
          if (state.status === "done") router.push("/webhooks");
          return state;
        }}
      >
        {url} gets nothing any more, and its deliveries are gone.
      </ConfirmDialog>
    </>
  );
}
