"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import { catchUp } from "@/components/ui/catch-up";
import { classNames } from "@/components/ui/class-names";

export type CheckboxProps = Omit<ComponentProps<"input">, "type" | "ref"> & {
  indeterminate?: boolean;
  ref?: (element: HTMLInputElement | null) => void;
};

export function Checkbox({ indeterminate = false, className, ref, ...props }: CheckboxProps) {
  const element = useRef<HTMLInputElement | null>(null);
  useEffect(() => {
    if (element.current) element.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <span className={classNames("inline-grid size-4 shrink-0 place-items-center", className)}>
      <input
        type="checkbox"
        ref={(node) => {
          element.current = node;
          if (node && props.checked !== undefined) catchUp(node, props.checked);
          ref?.(node);
        }}
        className="thumb peer col-start-1 row-start-1 size-4 appearance-none rounded-[4px] border border-control bg-surface transition-colors duration-100 checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:opacity-50 aria-invalid:border-danger"
        {...props}
      />
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className="pointer-events-none invisible relative col-start-1 row-start-1 size-3.5 text-on-accent peer-checked:visible peer-indeterminate:hidden"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="m3.5 8.5 3 3 6-7" />
      </svg>
      <span className="pointer-events-none invisible relative col-start-1 row-start-1 h-0.5 w-2 rounded-full bg-on-accent peer-indeterminate:visible" />
    </span>
  );
}
