"use client";

import { Plus, Trash2 } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { type FieldChoices, RecordField } from "@/components/resource/record-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { Standards } from "@/lib/measures/words";
import type { LineFields as Lines } from "@/lib/resource/field-schema";
import { asTitle, fieldDefaults } from "@/lib/resource/words";

type LineFieldsProps = { lines: Lines; choices: FieldChoices; standards: Standards };

/** The rows that belong to a record, one under the other. */
export function LineFields({ lines, choices, standards }: LineFieldsProps) {
  const { control } = useFormContext<Record<string, Record<string, unknown>[]>>();
  const { fields: rows, append, remove } = useFieldArray({ control, name: lines.name });
  return (
    <fieldset className="min-w-0">
      <legend className="mb-4 font-semibold text-base">{lines.label}</legend>
      <ol className="space-y-4">
        {rows.map((row, index) => (
          <li key={row.id} className="rounded-surface border px-4 pt-3 pb-4">
            <div className="mb-2 flex min-h-8 items-center justify-between">
              <span className="font-medium text-muted">
                {asTitle(lines.one)} {index + 1}
              </span>
              {rows.length > 1 && (
                <IconButton label={`Remove ${lines.one} ${index + 1}`} size="sm" onClick={() => remove(index)}>
                  <Trash2 />
                </IconButton>
              )}
            </div>
            <div className="grid gap-4 sm:grid-cols-2">
              {Object.entries(lines.fields).map(([name, field]) => (
                <RecordField
                  key={name}
                  name={name}
                  field={field}
                  at={`${lines.name}.${index}.`}
                  choices={choices}
                  standards={standards}
                />
              ))}
            </div>
          </li>
        ))}
      </ol>
      <Button
        className="mt-3"
        onClick={() => append(fieldDefaults(lines.fields, undefined, standards.currency))}
        disabled={rows.length >= lines.most}
      >
        <Plus />
        Add a {lines.one}
      </Button>
    </fieldset>
  );
}
