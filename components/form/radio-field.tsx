"use client";

import { useId } from "react";
import { Fault } from "@/components/form/field";
import { useField } from "@/components/form/form-context";
import { RadioGroup, type RadioOption } from "@/components/ui/radio-group";

export type RadioFieldProps = { name: string; label: string; options: RadioOption[] };

export function RadioField({ name, label, options }: RadioFieldProps) {
  const { control, initial, fault } = useField(name);
  const faultId = useId();
  return (
    <div>
      <RadioGroup
        {...control}
        label={label}
        options={options}
        defaultValue={initial === null || initial === undefined ? undefined : String(initial)}
        aria-describedby={fault ? faultId : undefined}
      />
      <Fault id={faultId} message={fault} />
    </div>
  );
}
