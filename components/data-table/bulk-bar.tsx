import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";

export function BulkBar({ count, onClear, children }: { count: number; onClear: () => void; children: ReactNode }) {
  return (
    <div className="pointer-events-none sticky bottom-4 z-30 mt-4 flex justify-center">
      <section
        aria-label="Selection"
        className="pointer-events-auto flex max-w-full animate-appear flex-wrap items-center gap-2 rounded-surface bg-raised py-2 pr-2 pl-4 shadow-float"
      >
        <p aria-live="polite" className="mr-2 whitespace-nowrap font-medium tabular-nums">
          {count} selected
        </p>
        {children}
        <IconButton label="Clear selection" size="sm" onClick={onClear}>
          <X />
        </IconButton>
      </section>
    </div>
  );
}
