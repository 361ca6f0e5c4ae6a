"use client";

import { useState } from "react";
import { Field } from "@/components/form/field";
import { useField } from "@/components/form/form-context";
import { Input } from "@/components/ui/input";

type CodeFieldProps = {
  label?: string;
  help?: string;
  autoFocus?: boolean;
  /** False where only an authenticator's code counts. */
  recovery?: boolean;
};

/** Six digits of an authenticator app, or a recovery code. */
export function CodeField({ label, help, autoFocus, recovery = true }: CodeFieldProps) {
  const { control, fault, empty } = useField("factorCode");
  const [recovering, setRecovering] = useState(false);
  const turn = () => {
    empty();
    setRecovering(!recovering);
  };
  return (
    <div>
      <Field
        label={recovering ? "Recovery code" : (label ?? "Code from your authenticator app")}
        help={recovering ? "Ten letters and digits, such as 7K2QX-M4RPA. Each works once." : help}
        fault={fault}
      >
        {({ id, describedBy, invalid }) => (
          <Input
            {...control}
            key={String(recovering)}
            id={id}
            autoFocus={autoFocus || recovering}
            autoComplete={recovering ? "off" : "one-time-code"}
            inputMode={recovering ? "text" : "numeric"}
            spellCheck={false}
            maxLength={20}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            className="font-mono tracking-widest"
          />
        )}
      </Field>
      {recovery && (
        <button
          type="button"
          onClick={turn}
          className="mt-1.5 rounded-[4px] font-medium text-accent text-table hover:underline touch:min-h-11"
        >
          {recovering ? "Use a code from your app" : "Use a recovery code"}
        </button>
      )}
    </div>
  );
}
