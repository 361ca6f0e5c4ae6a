"use client";

import { type ReactNode, useState } from "react";
import { send } from "@/components/form/send";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { endGroupAction } from "@/lib/groups/actions";

type Props = { id: string; organizationId: string; label: string; title: string; children: ReactNode };

/** Ends a request or a group, after saying what that does. */
export function EndLink({ id, organizationId, label, title, children }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={title}
        confirmLabel={label}
        onConfirm={() => send(endGroupAction, { organization: organizationId, id })}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
