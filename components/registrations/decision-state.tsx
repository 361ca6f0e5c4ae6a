"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { Callout } from "@/components/ui/callout";
import { resendActivationAction } from "@/lib/registrations/actions";
import { decisionInWords } from "@/lib/registrations/rules";
import type { RegistrationDetail } from "@/lib/registrations/schema";

type DecisionStateProps = {
  detail: RegistrationDetail;
  time: (value: Date) => ReactNode;
  organizationId: string;
  mayResend: boolean;
};

/** Who decided, when and with which words; for an approved request also whether the person is in yet. */
export function DecisionState({ detail, time, organizationId, mayResend }: DecisionStateProps) {
  const approved = detail.state === "approved";
  const waiting = approved && detail.joinedAt === null;
  return (
    <div className="space-y-3">
      <Callout
        tone={approved ? (waiting ? "warning" : "positive") : "neutral"}
        title={
          <>
            {decisionInWords(detail)} {detail.decidedAt && time(detail.decidedAt)}
          </>
        }
      >
        {approved && <p>Role: {detail.roleName}</p>}
        {waiting && <p>Waiting for them: the membership begins when they prove their address.</p>}
        {detail.note && <p className="mt-1 whitespace-pre-line">“{detail.note}”</p>}
      </Callout>
      {waiting && mayResend && (
        <ActionForm action={resendActivationAction} submitLabel="Send the link again" organizationId={organizationId}>
          <HiddenField name="id" value={detail.id} />
        </ActionForm>
      )}
    </div>
  );
}
