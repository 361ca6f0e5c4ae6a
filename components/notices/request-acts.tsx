"use client";

import { createContext, useContext } from "react";
import { DecideHere } from "@/components/notices/decide-here";
import { DecideNotice } from "@/components/notices/decide-notice";
import type { Deciding } from "@/components/registrations/decide-dialog";
import type { ShellRequest } from "@/components/shell/types";
import { buttonStyles } from "@/components/ui/button-styles";
import { StatusDot } from "@/components/ui/status-dot";

const DecidingHere = createContext<Deciding | null>(null);

type NoticeDecisionsProps = { deciding: Deciding | null; children: React.ReactNode };

/** The requests of the notices inside are decided in the queue's own dialog. */
export function NoticeDecisions({ deciding, children }: NoticeDecisionsProps) {
  return <DecidingHere value={deciding}>{children}</DecidingHere>;
}

/** What can be done about the request of a notice: in the dialog, in the bell at once, or in its organization. */
export function RequestActs({ request, href }: { request: ShellRequest; href: string | undefined }) {
  const deciding = useContext(DecidingHere);
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
  if ("approve" in request)
    return (
      <p className="mt-1.5 flex flex-wrap gap-2">
        <a href={request.approve} className={buttonStyles({ size: "sm", variant: "primary" })}>
          Approve
        </a>
        <a href={request.reject} className={buttonStyles({ size: "sm", variant: "secondary" })}>
          Reject
        </a>
      </p>
    );
  return deciding ? (
    <DecideNotice id={request.id} deciding={deciding} href={href} />
  ) : (
    <DecideHere request={request} href={href} />
  );
}
