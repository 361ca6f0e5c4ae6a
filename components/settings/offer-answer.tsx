"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { PasswordForm } from "@/components/form/password-form";
import { acceptOwnershipAction, cancelOwnershipAction, declineOwnershipAction } from "@/lib/settings/actions";

type OfferProps = { organizationId: string; id: string };

/** What the receiver does with an offer. */
export function OfferAnswer({ organizationId, id }: OfferProps) {
  return (
    <div className="max-w-140 space-y-6">
      <PasswordForm
        organizationId={organizationId}
        id={id}
        action={acceptOwnershipAction}
        submitLabel="Accept ownership"
      />
      <ActionForm
        action={declineOwnershipAction}
        organizationId={organizationId}
        submitLabel="Decline"
        submitTone="danger"
        showDone={false}
      >
        <HiddenField name="id" value={id} />
      </ActionForm>
    </div>
  );
}

export function WithdrawOffer({ organizationId, id }: OfferProps) {
  return (
    <ActionForm
      action={cancelOwnershipAction}
      organizationId={organizationId}
      submitLabel="Withdraw the offer"
      submitTone="danger"
      showDone={false}
    >
      <HiddenField name="id" value={id} />
    </ActionForm>
  );
}
