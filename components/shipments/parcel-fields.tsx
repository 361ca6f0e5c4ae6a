"use client";

import { Plus, Trash2 } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { TextField } from "@/components/form/text-field";
import { FillFrom } from "@/components/resource/fill-from";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { Standards } from "@/lib/measures/words";
import type { LinkedChoices } from "@/lib/resource/facts";

export const emptyParcel = { description: "", weight: "", length: "", width: "", height: "" };

type ParcelFieldsProps = Pick<Standards, "weightUnit" | "dimensionUnit"> & { presets: LinkedChoices | undefined };

export function ParcelFields({ weightUnit, dimensionUnit, presets }: ParcelFieldsProps) {
  const { control, setValue, getValues, clearErrors } = useFormContext<{ parcels: (typeof emptyParcel)[] }>();
  const { fields, append, remove } = useFieldArray({ control, name: "parcels" });

  /** A preset's weight is that of the empty box: what somebody weighed stays. */
  function fill(index: number, preset: Record<string, unknown>) {
    for (const side of ["length", "width", "height"] as const)
      setValue(`parcels.${index}.${side}`, String(preset[side] ?? ""), { shouldDirty: true });
    if (preset.weight && !getValues(`parcels.${index}.weight`))
      setValue(`parcels.${index}.weight`, String(preset.weight), { shouldDirty: true });
    clearErrors(`parcels.${index}`);
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-4 font-semibold text-base">Parcels</legend>
      <ol className="space-y-4">
        {fields.map((field, index) => (
          <li key={field.id} className="rounded-surface border px-4 pt-3 pb-4">
            <div className="mb-2 flex min-h-8 items-center justify-between">
              <span className="font-medium text-muted">Parcel {index + 1}</span>
              {fields.length > 1 && (
                <IconButton label={`Remove parcel ${index + 1}`} size="sm" onClick={() => remove(index)}>
                  <Trash2 />
                </IconButton>
              )}
            </div>
            {presets && (
              <div className="mb-4">
                <FillFrom
                  label="Parcel preset"
                  placeholder="Fill in one of your boxes"
                  from={presets}
                  onRecord={(preset) => fill(index, preset)}
                />
              </div>
            )}
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField name={`parcels.${index}.weight`} label="Weight" inputMode="decimal" suffix={weightUnit} />
              <TextField name={`parcels.${index}.description`} label="What is in it" optional />
            </div>
            <div className="mt-4 grid grid-cols-3 gap-3">
              {(["length", "width", "height"] as const).map((side) => (
                <TextField
                  key={side}
                  name={`parcels.${index}.${side}`}
                  label={`${side.charAt(0).toUpperCase()}${side.slice(1)}`}
                  inputMode="decimal"
                  suffix={dimensionUnit}
                />
              ))}
            </div>
          </li>
        ))}
      </ol>
      <Button className="mt-3" onClick={() => append(emptyParcel)} disabled={fields.length >= 50}>
        <Plus />
        Add a parcel
      </Button>
    </fieldset>
  );
}
