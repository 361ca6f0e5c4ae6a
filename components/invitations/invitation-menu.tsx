"use client";

import { Ellipsis, Send, Undo2 } from "lucide-react";
import { useState } from "react";
import { send } from "@/components/form/send";
import { CodeOnce } from "@/components/invitations/code-once";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { resendInvitationAction, revokeInvitationAction, type ShownCode } from "@/lib/invitations/actions";
import type { InvitationView } from "@/lib/invitations/schema";

type InvitationMenuProps = {
  invitation: InvitationView;
  organizationId: string;
  may: { resend: boolean; revoke: boolean };
};

export function InvitationMenu({ invitation, organizationId, may }: InvitationMenuProps) {
  const [asking, setAsking] = useState<"resend" | "revoke">();
  const [code, setCode] = useState<ShownCode>();
  const whom = invitation.email ?? "this code";
  const fields = { organization: organizationId, id: invitation.id };
  const close = (open: boolean) => !open && setAsking(undefined);
  const open = invitation.state === "sent" || invitation.state === "opened";

  return (
    <>
      <Menu
        trigger={
          <IconButton label={`More for ${whom}`} size="sm">
            <Ellipsis />
          </IconButton>
        }
      >
        {!(may.resend && may.revoke) && (
          <p className="max-w-64 px-2 py-1.5 text-muted text-xs">
            You need “{may.resend ? "Revoke invitations" : "Invite people"}” for all of this. Owners and admins can give
            it.
          </p>
        )}
        <MenuItem icon={<Send />} disabled={!may.resend} onSelect={() => setAsking("resend")}>
          {invitation.kind === "link" ? "Send again" : "Make a new code"}
        </MenuItem>
        {open && (
          <MenuItem icon={<Undo2 />} danger disabled={!may.revoke} onSelect={() => setAsking("revoke")}>
            Revoke
          </MenuItem>
        )}
      </Menu>
      <ConfirmDialog
        open={asking === "resend"}
        onOpenChange={close}
        tone="primary"
        title={invitation.kind === "link" ? `Send the invitation to ${whom} again?` : "Make a new code?"}
        confirmLabel={invitation.kind === "link" ? "Send again" : "Make a new code"}
        onConfirm={async () => {
          const state = await send(resendInvitationAction, fields);
          if (state.status === "done" && state.data) setCode(state.data);
          return state;
        }}
      >
        A new {invitation.kind} is valid for 48 hours. The one before it stops working at once.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "revoke"}
        onOpenChange={close}
        title={`Revoke the invitation${invitation.email ? ` to ${invitation.email}` : ""}?`}
        confirmLabel="Revoke invitation"
        onConfirm={() => send(revokeInvitationAction, fields)}
      >
        It stops working at once. You can invite again at any time.
      </ConfirmDialog>
      <Dialog open={code !== undefined} onOpenChange={(next) => !next && setCode(undefined)} title="A new code">
        {code && <CodeOnce code={code} onClose={() => setCode(undefined)} />}
      </Dialog>
    </>
  );
}
