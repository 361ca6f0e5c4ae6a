"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { ProofField } from "@/components/form/proof-field";
import type { ProofKind } from "@/components/form/proof-kind";
import { confirmConsoleAction } from "@/lib/console/actions";

export function ConfirmForm({ to, kind }: { to: string; kind: ProofKind }) {
  return (
    <ActionForm action={confirmConsoleAction} submitLabel="Continue" layout="fill">
      <HiddenField name="to" value={to} />
      <ProofField kind={kind} autoFocus />
    </ActionForm>
  );
}
