"use client";

import { z } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { ProofField } from "@/components/form/proof-field";
import { proofFields, useProof } from "@/components/form/proof-schema";
import { deleteTestDataAction } from "@/lib/test-data/actions";

const nothing = z.object({});

export function TestDataForm({ organizationId }: { organizationId: string }) {
  return (
    <ActionForm
      schema={useProof(nothing)}
      action={deleteTestDataAction}
      organizationId={organizationId}
      defaultValues={{ ...proofFields }}
      submitLabel="Delete all test data"
      submitTone="danger"
    >
      <ProofField />
    </ActionForm>
  );
}
