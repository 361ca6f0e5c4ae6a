"use client";

import type { FieldValues } from "react-hook-form";
import { z } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/password-field";
import { TextField } from "@/components/form/text-field";
import { deleteOrganizationAction } from "@/lib/settings/actions";

export function DeleteForm({ organizationId, name }: { organizationId: string; name: string }) {
  const schema: z.ZodType<FieldValues, FieldValues> = z.object({
    name: z.string().refine((typed) => typed.trim() === name, `Type ${name} exactly.`),
    password: z.string().min(1, "Enter your password."),
  });
  return (
    <ActionForm
      schema={schema}
      action={deleteOrganizationAction}
      organizationId={organizationId}
      defaultValues={{ name: "", password: "" }}
      submitLabel="Delete organization"
      submitTone="danger"
    >
      <TextField name="name" label="Name of the organization" help={`Type ${name} to confirm.`} autoComplete="off" />
      <PasswordField name="password" label="Your password" />
    </ActionForm>
  );
}
