"use client";

import type { FieldValues } from "react-hook-form";
import { z } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/password-field";
import { SelectField } from "@/components/form/select-field";
import { offerOwnershipAction } from "@/lib/settings/actions";
import type { Ownership } from "@/lib/settings/schema";

const schema: z.ZodType<FieldValues, FieldValues> = z.object({
  member: z.string().min(1, "Choose a member."),
  password: z.string().min(1, "Enter your password."),
});

type OfferFormProps = { organizationId: string; candidates: Ownership["candidates"] };

export function OfferForm({ organizationId, candidates }: OfferFormProps) {
  return (
    <ActionForm
      schema={schema}
      action={offerOwnershipAction}
      organizationId={organizationId}
      defaultValues={{ member: "", password: "" }}
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
      <PasswordField name="password" label="Your password" />
    </ActionForm>
  );
}
