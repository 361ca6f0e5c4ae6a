"use client";

import { Field, type FieldTexts } from "@/components/form/field";
import { useField } from "@/components/form/form-context";
import { type Option, Select } from "@/components/ui/select";

export type SelectFieldProps = FieldTexts & {
  name: string;
  options: Option[];
  placeholder?: string;
  autoComplete?: string;
};

export function SelectField({ name, label, help, optional = false, options, ...select }: SelectFieldProps) {
  const { control, initial, fault } = useField(name);
  return (
    <Field label={label} help={help} optional={optional} fault={fault}>
      {({ id, describedBy, invalid }) => (
        <Select
          {...select}
          {...control}
          id={id}
          options={options}
          defaultValue={initial === null || initial === undefined ? undefined : String(initial)}
          aria-describedby={describedBy}
          aria-invalid={invalid}
        />
      )}
    </Field>
  );
}
