"use client";

import { type ReactNode, useId } from "react";
import { Fault } from "@/components/form/field";
import { classNames } from "@/components/ui/class-names";

export type ToggleFieldProps = { name: string; label: ReactNode; help?: ReactNode };

type LayoutProps = Omit<ToggleFieldProps, "name"> & {
  fault: string | undefined;
  /** Which side of its words the control stands on. */
  side: "left" | "right";
  children: (ids: { describedBy: string | undefined }) => ReactNode;
};

export function ToggleLayout({ label, help, fault, side, children }: LayoutProps) {
  const id = useId();
  const helpId = `${id}-help`;
  const faultId = `${id}-fault`;
  const describedBy = [help && helpId, fault && faultId].filter(Boolean).join(" ") || undefined;
  return (
    <div>
      <div className="relative">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the control comes in as a child */}
        <label
          className={classNames(
            "flex min-h-6 cursor-pointer items-start gap-3",
            // The thumb's target takes in the help, so that it stands close to its label.
            help ? "touch:after:absolute touch:after:inset-0" : "touch:min-h-11 touch:items-center",
            side === "right" && "flex-row-reverse justify-between",
          )}
        >
          <span className="mt-0.5 inline-flex">{children({ describedBy })}</span>
          <span className={side === "left" ? "pt-px" : "font-medium"}>{label}</span>
        </label>
        {help && (
          <p
            id={helpId}
            className={classNames("text-muted text-table [&_a]:relative", side === "left" ? "pl-7" : "pr-14")}
          >
            {help}
          </p>
        )}
      </div>
      <Fault id={faultId} message={fault} />
    </div>
  );
}
