"use client";

import { useTransition } from "react";
import { send } from "@/components/form/send";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { revokeServerAction } from "@/lib/servers/actions";

export function RevokeServer({ id, label }: { id: string; label: string }) {
  const [pending, begin] = useTransition();
  return (
    <Button
      size="sm"
      pending={pending}
      aria-label={`Revoke ${label}`}
      onClick={() =>
        begin(async () => {
          const state = await send(revokeServerAction, { id });
          if (state.status === "failed") toast.failed(state.message);
          else toast.done(`${label} is revoked`);
        })
      }
    >
      Revoke
    </Button>
  );
}
