import type { ReactNode } from "react";

/** A label around its control and the control's words. */
export function ControlLabel({ className, children }: { className?: string; children: ReactNode }) {
  // biome-ignore lint/a11y/noLabelWithoutControl: the control comes in as a child
  return <label className={className}>{children}</label>;
}
