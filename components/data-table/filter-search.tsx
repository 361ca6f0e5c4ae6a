"use client";

import { useEffect, useId } from "react";
import { Dialog } from "@/components/ui/dialog";
import { partOf, usePart } from "@/components/ui/part";
import type { RecordChoice } from "@/components/ui/record-combobox";
import { Spinner } from "@/components/ui/spinner";

const part = partOf(() => import("@/components/ui/record-combobox"));

export type Findable = {
  /** "member", in sentences. */
  one: string;
  /** "Find a member" */
  title: string;
  /** What stands there before somebody types. */
  first: RecordChoice[];
  search: (text: string, signal: AbortSignal) => Promise<RecordChoice[]>;
};

type FilterSearchProps = { all: Findable; onChoose: (id: string) => void; onClose: () => void };

/** Finds the record that a filter shall hold, among more than its menu has. */
export function FilterSearch({ all: { one, title, first, search }, onChoose, onClose }: FilterSearchProps) {
  const id = useId();
  const parts = usePart(part, true);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} size="sm">
      <label htmlFor={id} className="sr-only">
        {title}
      </label>
      {parts ? (
        <>
          <parts.RecordCombobox
            id={id}
            describedBy={undefined}
            invalid={undefined}
            label={one}
            placeholder="Type a name"
            value={null}
            first={first}
            search={search}
            onChange={(choice) => {
              if (choice) onChoose(choice.id);
              onClose();
            }}
          />
          <Focused id={id} />
        </>
      ) : (
        <Spinner />
      )}
    </Dialog>
  );
}

/** Whoever opened the search goes on to type. */
function Focused({ id }: { id: string }) {
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  return null;
}
