"use client";

import { Ban, Ellipsis, RefreshCw } from "lucide-react";
import { useState } from "react";
import { PasswordForm } from "@/components/form/password-form";
import { KeyOnce } from "@/components/keys/key-once";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { regenerateKeyAction, revokeKeyAction } from "@/lib/keys/actions";
import type { ApiKey, NewKey } from "@/lib/keys/schema";

type KeyActsProps = { apiKey: ApiKey; organizationId: string; api: string };

export function KeyActs({ apiKey, organizationId, api }: KeyActsProps) {
  const [asked, setAsked] = useState<"regenerate" | "revoke">();
  const [made, setMade] = useState<NewKey>();
  const close = () => {
    setAsked(undefined);
    setMade(undefined);
  };
  const given = { organizationId, id: apiKey.id };
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`Acts for ${apiKey.label}`} size="sm">
            <Ellipsis />
          </IconButton>
        }
      >
        <MenuItem icon={<RefreshCw />} onSelect={() => setAsked("regenerate")}>
          Regenerate
        </MenuItem>
        <MenuItem icon={<Ban />} danger onSelect={() => setAsked("revoke")}>
          Revoke
        </MenuItem>
      </Menu>
      <Dialog
        open={asked === "regenerate"}
        onOpenChange={close}
        title={made ? "Your new key" : `Regenerate ${apiKey.label}?`}
        description={
          made ? undefined : "You get a new secret. The present one stops working at once, everywhere it is used."
        }
      >
        {made ? (
          <KeyOnce made={made} api={api} />
        ) : (
          <PasswordForm {...given} action={regenerateKeyAction} submitLabel="Regenerate key" onDone={setMade} />
        )}
      </Dialog>
      <Dialog
        open={asked === "revoke"}
        onOpenChange={close}
        title={`Revoke ${apiKey.label}?`}
        description="Whatever uses this key is refused from its next request on. This cannot be undone."
      >
        <PasswordForm
          {...given}
          action={revokeKeyAction}
          submitLabel="Revoke key"
          submitTone="danger"
          onDone={() => {
            close();
            toast.done(`${apiKey.label} is revoked`);
          }}
        />
      </Dialog>
    </>
  );
}
