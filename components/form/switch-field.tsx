"use client";

import { useField } from "@/components/form/form-context";
import { type ToggleFieldProps, ToggleLayout } from "@/components/form/toggle-field";
import { Switch } from "@/components/ui/switch";

/** Sends `true` when on and nothing when off. */
export function SwitchField({ name, label, help }: ToggleFieldProps) {
  const { control, initial, fault } = useField(name);
  return (
    <ToggleLayout label={label} help={help} fault={fault} side="right">
      {({ describedBy }) => (
        <Switch {...control} value="true" defaultChecked={Boolean(initial)} aria-describedby={describedBy} />
      )}
    </ToggleLayout>
  );
}
