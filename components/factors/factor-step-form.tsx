"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckField } from "@/components/form/check-field";
import { CodeField } from "@/components/form/code-field";
import { HiddenField } from "@/components/form/hidden-field";
import { finishSignInAction } from "@/lib/factors/actions";

/** The second half of a sign-in. */
export function FactorStepForm({ to }: { to: string }) {
  return (
    <ActionForm action={finishSignInAction} submitLabel="Sign in" layout="fill">
      <HiddenField name="to" value={to} />
      <CodeField label="Code" autoFocus />
      <CheckField
        name="remember"
        label="Remember this device for 30 days"
        help="It is not asked for a code then. Leave it off where others use the device."
      />
    </ActionForm>
  );
}
