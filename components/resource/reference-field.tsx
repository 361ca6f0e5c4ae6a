"use client";

import { useCallback } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Field, type FieldTexts } from "@/components/form/field";
import { useField } from "@/components/form/form-context";
import { RecordPicker, useCombobox } from "@/components/resource/record-picker";
import { type Option, Select } from "@/components/ui/select";
import type { Linked } from "@/lib/resource/field-schema";

type ReferenceFieldProps = FieldTexts & {
  name: string;
  to: Linked;
  /** The first records, and the one that is chosen now. */
  options: Option[];
  placeholder: string;
  onRecord?: (record: Record<string, unknown>) => void;
};

/** A record of another list: a select of the first ones, and a search through all of them once it can be had. */
export function ReferenceField(props: ReferenceFieldProps) {
  const { name, label, help, optional = false, to, options, placeholder, onRecord } = props;
  const { control, initial, fault } = useField(name);
  const { setValue } = useFormContext();
  const watched: unknown = useWatch({ name });
  const drawn = useCombobox(useCallback(() => document.getElementsByName(name)[0] ?? null, [name]));
  const begin = initial === null || initial === undefined ? "" : String(initial);
  const value = typeof watched === "string" ? watched : begin;
  return (
    <Field label={label} help={help} optional={optional} fault={fault}>
      {(ids) =>
        drawn ? (
          <>
            <input type="hidden" name={name} value={value} />
            <RecordPicker
              {...{ ids, label, placeholder, to, value, onRecord, drawn }}
              first={options}
              onChange={(id) => {
                void control.onChange({ target: { name, value: id }, type: "change" });
                setValue(name, id, { shouldDirty: true });
              }}
            />
          </>
        ) : (
          <Select
            {...control}
            id={ids.id}
            options={options}
            placeholder={placeholder}
            defaultValue={value}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.invalid}
          />
        )
      }
    </Field>
  );
}
