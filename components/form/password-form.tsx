"use client";

import type { FieldValues } from "react-hook-form";
import { z } from "zod";
import { ActionForm, type ActionFormProps } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { PasswordField } from "@/components/form/password-field";

const schema: z.ZodType<FieldValues, FieldValues> = z.object({ password: z.string().min(1, "Enter your password.") });

type PasswordFormProps<Result> = Pick<
  ActionFormProps<Result>,
  "action" | "submitLabel" | "submitTone" | "onDone" | "children"
> & { organizationId: string; id?: string };

/** An act that only needs the password again. */
export function PasswordForm<Result>({ id, children, ...form }: PasswordFormProps<Result>) {
  return (
    <ActionForm {...form} schema={schema} defaultValues={{ password: "" }} layout="fill" showDone={false}>
      {id && <HiddenField name="id" value={id} />}
      {children}
      <PasswordField name="password" label="Your password" />
    </ActionForm>
  );
}
