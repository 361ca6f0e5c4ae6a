"use client";

import { startTransition, useActionState, useEffect } from "react";
import type { ShellNotice } from "@/components/shell/types";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { StatusDot } from "@/components/ui/status-dot";
import { toast } from "@/components/ui/toast";
import { idle } from "@/lib/errors";
import { approveFromNoticeAction } from "@/lib/notices/actions";

type DecideHereProps = {
  request: NonNullable<ShellNotice["request"]>;
  notices: string[];
  href: string | undefined;
};

/** Approves with the role of new members, by the queue's own operation; everything else is one step away. */
export function DecideHere({ request, href }: DecideHereProps) {
  const [state, approve, pending] = useActionState(approveFromNoticeAction, idle);
  useEffect(() => {
    if (state.status === "done") toast.done(state.message ?? "Approved");
    if (state.status === "failed") toast.failed(state.message);
  }, [state]);
  if (request.state !== "pending")
    return (
      <p className="mt-1 text-table">
        {request.state === "approved" ? (
          <StatusDot tone="positive" label="Approved" />
        ) : (
          <StatusDot tone="neutral" label="Closed" />
        )}
      </p>
    );
  return (
    <form
      action={approve}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        if (!pending) startTransition(() => approve(form));
      }}
      className="relative mt-1.5 flex flex-wrap gap-2"
    >
      <input type="hidden" name="organization" value={request.organizationId} />
      <input type="hidden" name="id" value={request.id} />
      <Button type="submit" size="sm" variant="primary" pending={pending}>
        Approve as {request.role}
      </Button>
      {href && (
        <a href={href} className={buttonStyles({ size: "sm", variant: "secondary" })}>
          Open
        </a>
      )}
    </form>
  );
}
