"use client";

import { Field } from "@/components/form/field";
import { useField } from "@/components/form/form-context";
import { Button } from "@/components/ui/button";
import { HeldInput } from "@/components/ui/held-control";
import { Input } from "@/components/ui/input";
import { colourPattern } from "@/lib/colour";

type ColourFieldProps = { name: string; label: string; help: string; value: string; onChange: (value: string) => void };

/** A colour as text, with the browser's own picker beside it. */
export function ColourField({ name, label, help, value, onChange }: ColourFieldProps) {
  const { control, fault } = useField(name);
  return (
    <Field label={label} help={help} fault={fault}>
      {({ id, describedBy, invalid }) => (
        <span className="flex flex-wrap gap-2">
          <HeldInput
            type="color"
            aria-label="Pick a colour"
            value={colourPattern.test(value) ? value : "#0b5cad"}
            onChange={(event) => onChange(event.target.value)}
            className="h-9 w-11 shrink-0 cursor-pointer rounded-control border border-control bg-surface p-1 touch:h-11"
          />
          <Input
            {...control}
            id={id}
            value={value}
            placeholder="#0b5cad"
            spellCheck={false}
            autoCapitalize="none"
            aria-describedby={describedBy}
            aria-invalid={invalid}
            className="w-32 font-mono"
            onChange={(event) => {
              void control.onChange(event);
              onChange(event.target.value);
            }}
          />
          {value !== "" && (
            <Button variant="ghost" onClick={() => onChange("")}>
              No colour
            </Button>
          )}
        </span>
      )}
    </Field>
  );
}
