"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, type ReactNode, useState } from "react";
import { Field, type FieldTexts } from "@/components/form/field";
import { useField } from "@/components/form/form-context";
import { Input } from "@/components/ui/input";

export type PasswordFieldProps = FieldTexts & { name: string; aside?: ReactNode } & Pick<
    ComponentProps<"input">,
    "autoComplete" | "autoFocus" | "minLength"
  >;

export function PasswordField({ name, label, help, optional = false, aside, ...input }: PasswordFieldProps) {
  const { control, fault } = useField(name);
  const [shown, setShown] = useState(false);
  const Mark = shown ? EyeOff : Eye;
  return (
    <Field label={label} help={help} optional={optional} fault={fault} aside={aside}>
      {({ id, describedBy, invalid }) => (
        <span className="relative block">
          <Input
            autoComplete="current-password"
            {...input}
            {...control}
            id={id}
            type={shown ? "text" : "password"}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            className="pr-11"
          />
          <button
            type="button"
            aria-pressed={shown}
            aria-label="Show password"
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0.5 right-0.5 grid w-9 place-items-center rounded-control text-muted hover:text-text"
          >
            <Mark aria-hidden="true" className="size-4" />
          </button>
        </span>
      )}
    </Field>
  );
}
