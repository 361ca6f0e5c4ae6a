"use client";

import { z } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { ProofField } from "@/components/form/proof-field";
import { type ProofKind, ProofProvider } from "@/components/form/proof-kind";
import { proofFields, useProof } from "@/components/form/proof-schema";
import { TextField } from "@/components/form/text-field";
import { raiseImpersonationAction } from "@/lib/impersonation/actions";

const reason = z.object({ reason: z.string().trim().min(5, "Say what you change and why.") });

type Props = { organizationId: string; proof: ProofKind; onDone: () => void };

export function RaiseForm({ proof, ...rest }: Props) {
  return (
    <ProofProvider kind={proof}>
      <Fields {...rest} />
    </ProofProvider>
  );
}

function Fields({ organizationId, onDone }: Omit<Props, "proof">) {
  return (
    <ActionForm
      action={raiseImpersonationAction}
      schema={useProof(reason)}
      organizationId={organizationId}
      defaultValues={{ reason: "", ...proofFields }}
      submitLabel="Raise this session"
      submitTone="danger"
      layout="fill"
      onDone={onDone}
    >
      <TextField
        name="reason"
        label="What do you change, and why?"
        help="The owner is told at once, with this sentence."
        autoComplete="off"
        maxLength={300}
      />
      <ProofField help="Yours, not the member’s." />
    </ActionForm>
  );
}
