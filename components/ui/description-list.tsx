import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type Fact = { label: string; value: ReactNode };

export function DescriptionList({ items, className }: { items: Fact[]; className?: string }) {
  return (
    <dl
      className={classNames(
        "grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-2 sm:grid-cols-[minmax(8rem,auto)_1fr] sm:gap-x-6",
        className,
      )}
    >
      {items.map((item) => (
        <div key={item.label} className="contents">
          <dt className="text-muted text-table">{item.label}</dt>
          <dd className="min-w-0 break-words">{item.value ?? <span className="text-muted">Not set</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
