"use client";

import { use } from "react";
import { useFormContext } from "react-hook-form";
import { FormFactsContext } from "@/components/form/form-context";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { FillFrom } from "@/components/resource/fill-from";
import type { Option } from "@/components/ui/select";
import { emptyPostal } from "@/lib/postal/words";
import type { LinkedChoices } from "@/lib/resource/facts";

type PostalFieldsProps = { name: string; legend: string; countries: Option[]; saved: LinkedChoices | undefined };

export function PostalFields({ legend, ...parts }: PostalFieldsProps) {
  return (
    <fieldset className="min-w-0 space-y-4">
      <legend className="mb-4 font-semibold text-base">{legend}</legend>
      <PostalParts {...parts} />
    </fieldset>
  );
}

/** An address that may be missing: folded away while all of it is empty. */
export function FoldedPostalFields({ legend, ...parts }: PostalFieldsProps) {
  const facts = use(FormFactsContext);
  const { getFieldState, formState } = useFormContext();
  const names = Object.keys(emptyPostal).map((part) => `${parts.name}.${part}`);
  const open = names.some(
    (each) => facts?.initial(each) || facts?.serverFault(each) || getFieldState(each, formState).error,
  );
  return (
    <details open={open}>
      <summary className="cursor-pointer font-semibold text-base">
        {legend} <span className="font-normal text-muted text-table">Optional</span>
      </summary>
      <fieldset aria-label={legend} className="mt-4 min-w-0 space-y-4">
        <PostalParts {...parts} />
      </fieldset>
    </details>
  );
}

function PostalParts({ name, countries, saved }: Omit<PostalFieldsProps, "legend">) {
  const { setValue, clearErrors } = useFormContext();

  function fill(address: Record<string, unknown>) {
    for (const part of Object.keys(emptyPostal))
      setValue(`${name}.${part}`, String(address[part] ?? ""), { shouldDirty: true });
    clearErrors(name);
  }
  return (
    <>
      {saved && (
        <FillFrom label="Saved address" placeholder="Fill in one of your addresses" from={saved} onRecord={fill} />
      )}
      <TextField name={`${name}.name`} label="Name" autoComplete="off" />
      <TextField name={`${name}.company`} label="Company" optional />
      <TextField name={`${name}.street`} label="Street and number" />
      <TextField name={`${name}.extra`} label="Flat, floor, gate" optional />
      <div className="grid grid-cols-[2fr_3fr] gap-4">
        <TextField name={`${name}.postcode`} label="Postcode" optional />
        <TextField name={`${name}.city`} label="City" />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name={`${name}.region`} label="State or region" optional />
        <SelectField name={`${name}.country`} label="Country" placeholder="Choose" options={countries} />
        <TextField name={`${name}.phone`} label="Phone" type="tel" optional />
        <TextField name={`${name}.email`} label="E-mail" type="email" optional />
      </div>
    </>
  );
}
