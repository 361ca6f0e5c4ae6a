"use client";

import { z } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { ProofField } from "@/components/form/proof-field";
import { proofFields, useProof } from "@/components/form/proof-schema";
import { SelectField } from "@/components/form/select-field";
import { offerOwnershipAction } from "@/lib/settings/actions";
import type { Ownership } from "@/lib/settings/schema";

const fields = z.object({ member: z.string().min(1, "Choose a member.") });

type OfferFormProps = { organizationId: string; candidates: Ownership["candidates"] };

export function OfferForm({ organizationId, candidates }: OfferFormProps) {
  return (
    <ActionForm
      schema={useProof(fields)}
      action={offerOwnershipAction}
      organizationId={organizationId}
      defaultValues={{ member: "", ...proofFields }}
      submitLabel="Offer ownership"
      submitTone="danger"
    >
      <SelectField
        name="member"
        label="New owner"
        help="An active member. They have seven days to accept."
        placeholder="Choose a member"
        options={candidates.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))}
      />
      <ProofField />
    </ActionForm>
  );
}
