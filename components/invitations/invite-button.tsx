"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import type { InviteProps } from "@/components/invitations/invite-ways";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { partOf, usePart, warm } from "@/components/ui/part";

const part = partOf(() => import("@/components/invitations/invite-ways"));

export function InviteButton(props: InviteProps) {
  const [open, setOpen] = useState(false);
  const parts = usePart(part, open);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" onPointerEnter={() => warm(part)}>
          <Plus />
          Invite people
        </Button>
      }
      title={`Invite people to ${props.organization.name}`}
      description="An invitation is valid for 48 hours and works once."
    >
      {parts && <parts.InviteWays {...props} onClose={() => setOpen(false)} />}
    </Dialog>
  );
}
