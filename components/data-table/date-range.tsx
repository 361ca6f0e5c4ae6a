"use client";

import { atFirstPage } from "@/components/data-table/table-address";
import { useAddress } from "@/components/data-table/use-address";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

const none = { from: null, to: null };

type DateRangeProps = {
  presets?: { label: string; from: string; to: string }[];
  /** The days on the page where the address names none. */
  shown?: { from: string; to: string };
};

/** From and until, both days included, in the organization's zone. */
export function DateRange({ presets = [], shown }: DateRangeProps) {
  const { query, change } = useAddress();
  const day = (name: "from" | "to", label: string) => (
    <span className="flex items-center gap-2 text-muted text-table max-sm:min-w-0 max-sm:flex-1 max-sm:basis-36 max-sm:flex-col max-sm:items-stretch max-sm:gap-1">
      <span>{label}</span>
      <Input
        aria-label={`${label} day`}
        type="date"
        className="w-40 max-sm:w-full max-sm:min-w-0"
        value={dayOf(query.get(name)) ?? shown?.[name] ?? ""}
        onChange={(event) => change({ [name]: event.target.value || null, ...atFirstPage })}
      />
    </span>
  );
  return (
    <div className="mt-2 flex flex-wrap gap-x-4 gap-y-2 max-sm:gap-x-2">
      {day("from", "From")}
      {day("to", "Until")}
      {presets.map(({ label, from, to }) => {
        const chosen = query.get("from") === from && query.get("to") === to;
        return (
          <Button
            key={label}
            variant={chosen ? "secondary" : "ghost"}
            aria-pressed={chosen}
            onClick={() => change({ ...(chosen ? none : { from, to }), ...atFirstPage })}
          >
            {label}
          </Button>
        );
      })}
    </div>
  );
}

/** A moment of the address counts as its day; what is neither, as nothing. */
function dayOf(text: string | null): string | undefined {
  return text?.match(/^\d{4}-\d\d-\d\d(?=T|$)/)?.[0];
}
