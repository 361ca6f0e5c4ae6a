"use client";

import { useField } from "@/components/form/form-context";
import { type ToggleFieldProps, ToggleLayout } from "@/components/form/toggle-field";
import { Checkbox } from "@/components/ui/checkbox";

/** Sends `true` when ticked and nothing else. */
export function CheckField({ name, label, help }: ToggleFieldProps) {
  const { control, initial, fault } = useField(name);
  return (
    <ToggleLayout label={label} help={help} fault={fault} side="left">
      {({ describedBy }) => (
        <Checkbox {...control} value="true" defaultChecked={Boolean(initial)} aria-describedby={describedBy} />
      )}
    </ToggleLayout>
  );
}
