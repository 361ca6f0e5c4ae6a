"use client";

import { useFormContext } from "react-hook-form";
import type { FieldTexts } from "@/components/form/field";
import { ReferenceField } from "@/components/resource/reference-field";
import type { Option } from "@/components/ui/select";
import { majorText } from "@/lib/measures/words";
import type { Field } from "@/lib/resource/field-schema";

type Reference = Extract<Field, { kind: "reference" }>;

type LinkedFieldProps = FieldTexts & { name: string; at: string; field: Reference; options: Option[] };

/** A reference of a record, and what choosing one writes into the fields beside it. */
export function LinkedField({ at, field, ...common }: LinkedFieldProps) {
  const { getValues, setValue } = useFormContext();
  const fills = Object.entries(field.fills ?? {});

  function fill(record: Record<string, unknown>) {
    const currency: unknown = getValues("currency");
    for (const [own, theirs] of fills) {
      const text = textOf(record[theirs], record.currency, currency);
      if (text !== undefined) setValue(`${at}${own}`, text, { shouldDirty: true });
    }
  }
  return (
    <ReferenceField
      {...common}
      to={field.to}
      placeholder={field.required ? "Choose" : "None"}
      {...(fills.length > 0 ? { onRecord: fill } : {})}
    />
  );
}

/** An amount in another currency is no price here. */
function textOf(value: unknown, theirs: unknown, ours: unknown): string | undefined {
  if (typeof value === "number") return theirs === ours ? majorText(value, String(ours)) : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}
