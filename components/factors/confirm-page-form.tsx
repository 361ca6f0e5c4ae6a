"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { ProofField } from "@/components/form/proof-field";
import type { ProofKind } from "@/components/form/proof-kind";
import { confirmAction } from "@/lib/factors/actions";

/** Proves again who acts, and leads back to what they were about to do. */
export function ConfirmPageForm({ to, kind }: { to: string; kind: ProofKind }) {
  return (
    <ActionForm action={confirmAction} submitLabel="Continue" layout="fill">
      <HiddenField name="to" value={to} />
      <ProofField kind={kind} autoFocus />
    </ActionForm>
  );
}
