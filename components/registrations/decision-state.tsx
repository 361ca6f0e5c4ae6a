"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { TakeBack } from "@/components/registrations/take-back";
import { Callout } from "@/components/ui/callout";
import type { Tone } from "@/components/ui/tone";
import type { Room } from "@/lib/plans/schema";
import { resendActivationAction } from "@/lib/registrations/actions";
import { decisionInWords, waitingInWords } from "@/lib/registrations/rules";
import type { Registration } from "@/lib/registrations/schema";

type DecisionStateProps = {
  detail: Registration;
  time: (value: Date) => ReactNode;
  organizationId: string;
  mayResend: boolean;
  seats: Room | undefined;
};

/** Who decided, when and with which words; for an approved request also whether the person is in yet. */
export function DecisionState({ detail, time, organizationId, mayResend, seats }: DecisionStateProps) {
  const approved = detail.state === "approved";
  const waiting = approved && detail.joinedAt === null;
  return (
    <div className="space-y-3">
      <Callout
        tone={toneOf(detail)}
        title={
          <>
            {decisionInWords(detail)} {detail.decidedAt && time(detail.decidedAt)}
          </>
        }
      >
        {approved && <p>Role: {detail.roleName}</p>}
        {detail.branches && <p>Branches: {detail.branches.map(({ name }) => name).join(", ") || "of others"}</p>}
        {waiting && !detail.lapsed && <p>{waitingInWords(seats)}</p>}
        {detail.lapsed && (
          <p>
            They cannot join yet: {detail.decidedByName ?? "who approved it"} may no longer give this role. Approve it
            again or take it back.
          </p>
        )}
        {detail.note && <p className="mt-1 whitespace-pre-line">“{detail.note}”</p>}
      </Callout>
      {waiting && mayResend && (
        <>
          <ActionForm
            action={resendActivationAction}
            submitLabel={detail.lapsed ? "Approve again" : "Send the link again"}
            organizationId={organizationId}
          >
            <HiddenField name="id" value={detail.id} />
          </ActionForm>
          <TakeBack id={detail.id} name={detail.name} organizationId={organizationId} />
        </>
      )}
    </div>
  );
}

function toneOf({ state, joinedAt, lapsed }: Registration): Tone {
  if (state !== "approved") return "neutral";
  if (joinedAt !== null) return "positive";
  return lapsed ? "danger" : "warning";
}
