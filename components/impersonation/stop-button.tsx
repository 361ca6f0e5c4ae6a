"use client";

import { useTransition } from "react";
import { send } from "@/components/form/send";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { endSupportSessionAction, stopFromConsoleAction } from "@/lib/impersonation/actions";

type Props = { id: string; label: string; name: string; organizationId?: string };

/** Ends a support session: with an organization in the organization's name, else in the console's. */
export function StopSupport({ id, label, name, organizationId }: Props) {
  const [pending, begin] = useTransition();
  return (
    <Button
      size="sm"
      pending={pending}
      aria-label={`${label}: ${name}`}
      onClick={() =>
        begin(async () => {
          const state = organizationId
            ? await send(endSupportSessionAction, { organization: organizationId, id })
            : await send(stopFromConsoleAction, { id });
          if (state.status === "failed") toast.failed(state.message);
        })
      }
    >
      {label}
    </Button>
  );
}
