"use client";

import type { ComponentProps } from "react";
import { Field, type FieldTexts } from "@/components/form/field";
import { useField } from "@/components/form/form-context";
import { Textarea } from "@/components/ui/textarea";

export type TextareaFieldProps = FieldTexts & { name: string } & Pick<
    ComponentProps<"textarea">,
    "rows" | "maxLength" | "placeholder" | "spellCheck"
  >;

export function TextareaField({ name, label, help, optional = false, ...textarea }: TextareaFieldProps) {
  const { control, initial, fault } = useField(name);
  return (
    <Field label={label} help={help} optional={optional} fault={fault}>
      {({ id, describedBy, invalid }) => (
        <Textarea
          {...textarea}
          {...control}
          id={id}
          defaultValue={initial === null || initial === undefined ? "" : String(initial)}
          aria-describedby={describedBy}
          aria-invalid={invalid}
        />
      )}
    </Field>
  );
}
