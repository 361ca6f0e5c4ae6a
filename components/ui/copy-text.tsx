"use client";

import { Check, Copy } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { useCopy } from "@/components/ui/use-copy";

export type CopyTextProps = {
  value: string;
  /** What is shown when it differs from what is copied, such as a shortened id. */
  display?: string;
  label?: string;
  className?: string;
};

export function CopyText({ value, display, label, className }: CopyTextProps) {
  const [copied, copy] = useCopy();
  const Mark = copied ? Check : Copy;
  return (
    <button
      type="button"
      title={label ?? "Copy"}
      aria-label={`${label ?? "Copy"}: ${display ?? value}`}
      onClick={() => copy(value)}
      className={classNames(
        "thumb group inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-[4px] px-1 font-mono text-[0.8125em] hover:bg-hover",
        className,
      )}
    >
      <span className="truncate">{display ?? value}</span>
      <Mark aria-hidden="true" className={classNames("size-3.5 shrink-0", copied ? "text-positive" : "text-muted")} />
      <span aria-live="polite" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </button>
  );
}
