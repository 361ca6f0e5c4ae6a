"use client";

import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";

export type FieldTexts = {
  label: string;
  help?: ReactNode;
  optional?: boolean;
};

export type FieldIds = { id: string; describedBy: string | undefined; invalid: true | undefined };

type FieldProps = FieldTexts & {
  fault: string | undefined;
  className?: string | undefined;
  /** Beside the label, such as a link to reset a password. */
  aside?: ReactNode;
  children: (ids: FieldIds) => ReactNode;
};

/** Label above, help under the label, fault under the control; all tied together for screen readers. */
export function Field({ label, help, optional = false, fault, aside, className, children }: FieldProps) {
  const id = useId();
  const helpId = `${id}-help`;
  const faultId = `${id}-fault`;
  const describedBy = [help && helpId, fault && faultId].filter(Boolean).join(" ") || undefined;
  return (
    <div className={classNames("min-w-0", className)}>
      <div className="mb-1.5 flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {label}
          {optional && <span className="ml-1.5 font-normal text-muted"> Optional</span>}
        </label>
        {aside && <span className="text-table">{aside}</span>}
      </div>
      {help && (
        <p id={helpId} className="-mt-1 mb-1.5 text-muted text-table">
          {help}
        </p>
      )}
      {children({ id, describedBy, invalid: fault ? true : undefined })}
      <Fault id={faultId} message={fault} />
    </div>
  );
}

export function Fault({ id, message }: { id: string; message: string | undefined }) {
  if (!message) return null;
  return (
    <p id={id} className="mt-1.5 text-danger text-table">
      {message}
    </p>
  );
}
