"use client";

import { useEffect, useState } from "react";
import { findRecord, searchLinked } from "@/components/resource/ask";
import { partOf } from "@/components/ui/part";
import type { Option } from "@/components/ui/select";
import type { Linked } from "@/lib/resource/field-schema";

export const comboboxPart = partOf(() => import("@/components/ui/record-combobox"));

/** The combobox once its code is here; it never takes the place of a control that somebody is in. */
export function useCombobox(inUse: () => Element | null) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let left = false;
    const begin = () => !left && setReady(true);
    comboboxPart.come().then(
      () => {
        const here = inUse();
        if (here && here === document.activeElement) here.addEventListener("blur", begin, { once: true });
        else begin();
      },
      () => undefined, // The plain select stays.
    );
    return () => {
      left = true;
    };
  }, [inUse]);
  return ready ? comboboxPart.here()?.RecordCombobox : undefined;
}

type RecordPickerProps = {
  ids: { id: string; describedBy: string | undefined; invalid: true | undefined };
  label: string;
  placeholder: string;
  to: Linked;
  first: Option[];
  value: string;
  onChange: (id: string) => void;
  /** Told the whole record, where choosing one fills other fields. */
  onRecord?: ((record: Record<string, unknown>) => void) | undefined;
};

/** Chooses a record of a list of ours: the first ones at once, all others by searching. */
export function RecordPicker(props: RecordPickerProps & { drawn: NonNullable<ReturnType<typeof useCombobox>> }) {
  const { ids, label, placeholder, to, first, value, onChange, onRecord, drawn: Drawn } = props;
  const [known, setKnown] = useState(() => first.map((option) => ({ id: option.value, label: option.label })));
  const chosen = value === "" ? null : (known.find(({ id }) => id === value) ?? { id: value, label: "" });
  return (
    <Drawn
      {...ids}
      label={label}
      placeholder={placeholder}
      value={chosen}
      first={known.slice(0, first.length)}
      search={async (text, signal) => {
        if (to.search) return searchLinked(to, text, signal);
        const wanted = text.toLowerCase();
        return known.filter((each) => each.label.toLowerCase().includes(wanted));
      }}
      onChange={(choice) => {
        if (choice && !known.some(({ id }) => id === choice.id)) setKnown([...known, choice]);
        onChange(choice?.id ?? "");
        if (choice && onRecord) findRecord(to, choice.id).then(onRecord, () => undefined);
      }}
    />
  );
}
