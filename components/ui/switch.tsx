import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { HeldInput } from "@/components/ui/held-control";

/** A checkbox that reads as a switch, so that a form sends it before JavaScript too. */
export function Switch({ className, ...props }: Omit<ComponentProps<"input">, "type" | "role">) {
  const Control = props.checked === undefined ? "input" : HeldInput;
  return (
    <span className={classNames("relative inline-flex h-5 w-9 shrink-0", className)}>
      <Control
        type="checkbox"
        role="switch"
        className="thumb peer h-5 w-9 appearance-none rounded-full border border-control bg-control transition-colors duration-100 checked:border-accent checked:bg-accent disabled:opacity-50"
        {...props}
      />
      <span className="pointer-events-none absolute top-0.75 left-0.75 size-3.5 rounded-full bg-surface shadow-sm transition-transform duration-100 peer-checked:translate-x-4" />
    </span>
  );
}
