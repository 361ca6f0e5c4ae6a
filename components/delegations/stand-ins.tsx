"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { partOf, usePart, warm } from "@/components/ui/part";
import { StatusDot } from "@/components/ui/status-dot";
import { useTimeStyle } from "@/components/ui/time-style";
import { dateText } from "@/components/ui/time-text";
import { toast } from "@/components/ui/toast";
import { endDelegationAction } from "@/lib/delegations/actions";
import type { Delegation, StandInChoice } from "@/lib/delegations/schema";
import { idle } from "@/lib/errors";

const part = partOf(() => import("@/components/delegations/stand-in-dialog"));

type StandInsProps = {
  /** Every loan; shown are those of the queue. */
  delegations: Delegation[];
  /** Null where the acting person cannot name anybody. */
  choices: StandInChoice[] | null;
  organizationId: string;
  timeZone: string;
};

/** Who decides for whom, and the way to name somebody. Nothing where there is neither. */
export function StandIns({ delegations: loans, choices, organizationId, timeZone }: StandInsProps) {
  const delegations = loans.filter((each) => each.standIn);
  const style = useTimeStyle();
  const [naming, setNaming] = useState(false);
  const parts = usePart(part, naming);
  const mine = delegations.some((each) => each.mine);
  const lent = delegations.some((each) => each.forMe && each.live);
  if (delegations.length === 0 && !choices) return null;
  return (
    <section aria-label="Stand-ins" className="mb-5 rounded-surface border bg-surface px-4 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        {delegations.length === 0 ? (
          <p className="text-muted">Away for a while? Somebody can decide for you.</p>
        ) : (
          <ul className="min-w-0 flex-1 space-y-2">
            {delegations.map((each) => (
              <li key={each.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <StatusDot tone={each.live ? "positive" : "neutral"} label={each.live ? "Now" : "Later"} />
                <span className="min-w-0 break-words">
                  {inWords(each)}, {dateText(each.startsAt, timeZone, style, false)} to{" "}
                  {dateText(new Date(each.endsAt.getTime() - 1), timeZone, style, false)}
                  {each.note && <span className="text-muted">: {each.note}</span>}
                </span>
                {each.mayEnd && <EndStandIn delegation={each} organizationId={organizationId} />}
              </li>
            ))}
          </ul>
        )}
        {choices && choices.length > 0 && !lent && (
          <Button size="sm" onPointerEnter={() => warm(part)} onClick={() => setNaming(true)}>
            {mine ? "Name another" : "Name a stand-in"}
          </Button>
        )}
      </div>
      {parts && choices && (
        <parts.StandInDialog
          choices={choices}
          organizationId={organizationId}
          replaces={mine}
          onClose={() => setNaming(false)}
        />
      )}
    </section>
  );
}

function inWords({ mine, forMe, from, to }: Delegation): string {
  if (mine) return `${to.name} stands in for you`;
  if (forMe) return `You stand in for ${from.name}`;
  return `${to.name} stands in for ${from.name}`;
}

function EndStandIn({ delegation, organizationId }: { delegation: Delegation; organizationId: string }) {
  async function end() {
    const form = new FormData();
    form.set("organization", organizationId);
    form.set("id", delegation.id);
    const state = await endDelegationAction(idle, form);
    if (state.status === "done") toast.done("Ended");
    return state;
  }
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="ghost">
          End
        </Button>
      }
      title="End this now?"
      confirmLabel="End now"
      onConfirm={end}
    >
      {delegation.to.name} loses the queue of {delegation.from.name} with the next request. Both of you are told.
    </ConfirmDialog>
  );
}
