"use client";

import { useCallback, useState } from "react";
import { Field } from "@/components/form/field";
import { RecordPicker, useCombobox } from "@/components/resource/record-picker";
import { Input } from "@/components/ui/input";
import type { LinkedChoices } from "@/lib/resource/facts";

type FillFromProps = {
  label: string;
  placeholder: string;
  from: LinkedChoices;
  onRecord: (record: Record<string, unknown>) => void;
};

/** Chooses a record whose values fill other fields. It is not sent itself, and needs JavaScript. */
export function FillFrom({ label, placeholder, from, onRecord }: FillFromProps) {
  const [chosen, setChosen] = useState("");
  const drawn = useCombobox(useCallback(() => null, []));
  return (
    <Field label={label} fault={undefined}>
      {(ids) =>
        drawn ? (
          <RecordPicker
            {...{ ids, label, placeholder, onRecord, drawn }}
            to={from.to}
            first={from.options}
            value={chosen}
            onChange={setChosen}
          />
        ) : (
          <Input id={ids.id} disabled placeholder={placeholder} />
        )
      }
    </Field>
  );
}
