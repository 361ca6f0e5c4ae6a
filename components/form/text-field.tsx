"use client";

import type { ComponentProps, ReactNode } from "react";
import { Field, type FieldTexts } from "@/components/form/field";
import { useField } from "@/components/form/form-context";
import { classNames } from "@/components/ui/class-names";
import { Input } from "@/components/ui/input";

export type TextFieldProps = FieldTexts & {
  name: string;
  aside?: ReactNode;
  /** A unit or an ending inside the box, such as ".berth.example". */
  suffix?: string;
  mono?: boolean;
} & Omit<ComponentProps<"input">, "name" | "defaultValue" | "value" | "className">;

export function TextField({
  name,
  label,
  help,
  optional = false,
  aside,
  suffix,
  mono = false,
  ...input
}: TextFieldProps) {
  const { control, initial, fault } = useField(name, input.type === "number" ? "number" : "text");
  return (
    <Field label={label} help={help} optional={optional} fault={fault} aside={aside}>
      {({ id, describedBy, invalid }) => (
        <span className="relative flex">
          <Input
            {...input}
            {...control}
            id={id}
            defaultValue={initial === null || initial === undefined ? "" : String(initial)}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            aria-required={!optional}
            className={classNames(mono && "font-mono", suffix && "rounded-r-none")}
            onChange={(event) => {
              void control.onChange(event);
              input.onChange?.(event);
            }}
          />
          {suffix && (
            <span className="inline-flex shrink-0 items-center rounded-r-control border border-control border-l-0 bg-sunken px-3 text-muted">
              {suffix}
            </span>
          )}
        </span>
      )}
    </Field>
  );
}
