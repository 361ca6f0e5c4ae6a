"use client";

import { useMemo } from "react";
import { z } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { ProofField } from "@/components/form/proof-field";
import { proofFields, useProof } from "@/components/form/proof-schema";
import { TextField } from "@/components/form/text-field";
import { deleteOrganizationAction } from "@/lib/settings/actions";

export function DeleteForm({ organizationId, name }: { organizationId: string; name: string }) {
  const fields = useMemo(
    () => z.object({ name: z.string().refine((typed) => typed.trim() === name, `Type ${name} exactly.`) }),
    [name],
  );
  return (
    <ActionForm
      schema={useProof(fields)}
      action={deleteOrganizationAction}
      organizationId={organizationId}
      defaultValues={{ name: "", ...proofFields }}
      submitLabel="Delete organization"
      submitTone="danger"
    >
      <TextField name="name" label="Name of the organization" help={`Type ${name} to confirm.`} autoComplete="off" />
      <ProofField />
    </ActionForm>
  );
}
