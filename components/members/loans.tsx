"use client";

import { useState } from "react";
import { EndLoan } from "@/components/delegations/end-loan";
import { LendDialog } from "@/components/delegations/lend-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { StatusDot } from "@/components/ui/status-dot";
import { useTimeStyle } from "@/components/ui/time-style";
import { dateText } from "@/components/ui/time-text";
import type { Delegation } from "@/lib/delegations/schema";
import type { MemberView } from "@/lib/members/schema";
import { permissionWords } from "@/lib/roles/area-words";

type LoansProps = {
  member: MemberView;
  loans: Delegation[];
  /** What the acting person could lend; none where they may not. */
  lendable: string[];
  organizationId: string;
  timeZone: string;
};

/** What is lent to this member and by them, until when. */
export function Loans({ member, loans, lendable, organizationId, timeZone }: LoansProps) {
  const style = useTimeStyle();
  const [lending, setLending] = useState(false);
  const concerning = loans.filter(({ from, to }) => from.id === member.id || to.id === member.id);
  const may = lendable.length > 0 && !member.self && member.status === "active";
  return (
    <Card
      title="Lent rights"
      description="To or from this member, until a day or until the lender loses them."
      actions={
        may && (
          <Button size="sm" onClick={() => setLending(true)}>
            Lend rights
          </Button>
        )
      }
    >
      {concerning.length === 0 && <p className="text-muted">Nothing is lent to {member.name} or by them.</p>}
      <ul className="divide-y">
        {concerning.map((loan) => (
          <li key={loan.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0">
            <StatusDot tone={loan.live ? "positive" : "neutral"} label={loan.live ? "Now" : "Later"} />
            <span className="min-w-0 flex-1 basis-60 break-words">
              {loan.to.id === member.id ? `From ${loan.from.name}: ` : `To ${loan.to.name}: `}
              {loan.standIn
                ? "stands in on the queue of registrations"
                : loan.permissions.map(permissionWords).join(", ")}
              <span className="block text-muted text-table">
                until {dateText(new Date(loan.endsAt.getTime() - 1), timeZone, style, false)}
                {loan.note && ` · ${loan.note}`}
              </span>
            </span>
            {loan.mayEnd && <EndLoan id={loan.id} organizationId={organizationId} receiver={loan.to.name} />}
          </li>
        ))}
      </ul>
      {lending && (
        <LendDialog
          to={{ id: member.id, name: member.name }}
          lendable={lendable}
          organizationId={organizationId}
          onClose={() => setLending(false)}
        />
      )}
    </Card>
  );
}
