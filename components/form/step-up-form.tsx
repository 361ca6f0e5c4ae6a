"use client";

import { ActionForm } from "@/components/form/action-form";
import { ProofElsewhere } from "@/components/form/proof-elsewhere";
import { ProofField } from "@/components/form/proof-field";
import type { ProofKind } from "@/components/form/proof-kind";
import type { Confirm } from "@/components/form/step-up";

type Props = { confirm: Confirm; kind: ProofKind; onProved: () => void };

export function StepUpForm({ confirm, kind, onProved }: Props) {
  if (kind === "provider") return <ProofElsewhere />;
  return (
    <ActionForm action={confirm} submitLabel="Continue" layout="fill" showDone={false} onDone={onProved}>
      <ProofField kind={kind} autoFocus />
    </ActionForm>
  );
}
