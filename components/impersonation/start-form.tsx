"use client";

import { z } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { ProofField } from "@/components/form/proof-field";
import { proofFields, useProof } from "@/components/form/proof-schema";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { impersonateAction } from "@/lib/impersonation/actions";

const fields = z.object({ reason: z.string().trim().min(5, "Say why; its owner and admins can read it.") });

const lengths = ["15", "30", "60"].map((value) => ({ value, label: `${value} minutes` }));

type Props = { organizationId: string; id: string; name: string; reason: string };

export function StartForm({ organizationId, id, name, reason }: Props) {
  return (
    <ActionForm
      action={impersonateAction}
      schema={useProof(fields)}
      defaultValues={{ reason, minutes: "30", ...proofFields }}
      submitLabel={`Act as ${name}, read only`}
      submitTone="danger"
    >
      <HiddenField name="organizationId" value={organizationId} />
      <HiddenField name="id" value={id} />
      <TextField
        name="reason"
        label="Why?"
        help="The owner gets a mail with your name and this sentence, and finds it in the audit trail."
        placeholder="Ticket 4711: a shipment is missing"
        autoComplete="off"
        maxLength={300}
      />
      <SelectField name="minutes" label="For how long at most" options={lengths} />
      <ProofField help="Yours, not the member’s." />
    </ActionForm>
  );
}
