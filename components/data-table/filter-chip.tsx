import { X } from "lucide-react";
import type { Filter } from "@/components/data-table/filter-bar";

type FilterChipProps = { filter: Filter; values: string[]; onRemove: () => void };

export function FilterChip({ filter, values, onRemove }: FilterChipProps) {
  const names = values.map((value) => filter.options.find((option) => option.value === value)?.label ?? value);
  return (
    <li className="inline-flex h-7 max-w-full items-center rounded-control border bg-surface pl-2.5 text-table touch:h-9">
      <span className="truncate">
        <span className="text-muted">{filter.label}: </span>
        {names.join(", ")}
      </span>
      <button
        type="button"
        aria-label={`Remove filter ${filter.label}`}
        onClick={onRemove}
        className="thumb ml-1 grid h-full w-6 place-items-center rounded-r-control text-muted hover:bg-hover hover:text-text"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </li>
  );
}
