"use client";

import { ActionForm, type ActionFormProps } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { ProofField } from "@/components/form/proof-field";
import { proofFields, useProof } from "@/components/form/proof-schema";

type PasswordFormProps<Result> = Pick<
  ActionFormProps<Result>,
  "action" | "submitLabel" | "submitTone" | "onDone" | "children" | "defaultValues" | "shown"
> & { organizationId?: string; id?: string };

/** An act that only needs a proof again of who acts. */
export function PasswordForm<Result>({ id, children, defaultValues, ...form }: PasswordFormProps<Result>) {
  return (
    <ActionForm
      {...form}
      schema={useProof()}
      defaultValues={{ ...defaultValues, ...proofFields }}
      layout="fill"
      showDone={false}
    >
      {id && <HiddenField name="id" value={id} />}
      {children}
      <ProofField />
    </ActionForm>
  );
}
