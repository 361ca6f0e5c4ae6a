"use client";

import { useField } from "@/components/form/form-context";
import { type ToggleFieldProps, ToggleLayout } from "@/components/form/toggle-field";
import { Checkbox } from "@/components/ui/checkbox";

type CheckFieldProps = ToggleFieldProps & { value?: string };

/** Sends `true` when ticked, or what it stands for, and nothing else. */
export function CheckField({ name, label, help, value = "true" }: CheckFieldProps) {
  const { control, initial, fault } = useField(name);
  return (
    <ToggleLayout label={label} help={help} fault={fault} side="left">
      {({ describedBy }) => (
        <Checkbox
          {...control}
          value={value}
          defaultChecked={Boolean(initial)}
          aria-describedby={describedBy}
          aria-invalid={fault ? true : undefined}
        />
      )}
    </ToggleLayout>
  );
}
