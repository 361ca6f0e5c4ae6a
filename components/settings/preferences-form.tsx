"use client";

import type { FieldValues } from "react-hook-form";
import type { ZodType } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { updatePreferencesAction } from "@/lib/preferences/actions";
import { clocks, dateFormats, type Preferences, preferencesInput, weekStarts } from "@/lib/preferences/schema";

const schema = preferencesInput as unknown as ZodType<FieldValues, FieldValues>; // its fields are those of the form

export function PreferencesForm({ organizationId, preferences }: { organizationId: string; preferences: Preferences }) {
  const { currencies, default_service, ...rest } = preferences;
  return (
    <ActionForm
      schema={schema}
      action={updatePreferencesAction}
      organizationId={organizationId}
      shown={preferences}
      defaultValues={{ ...rest, currencies: currencies.join(", "), default_service: default_service ?? "" }}
      submitLabel="Save preferences"
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField name="week_start" label="Weeks begin on" options={[...weekStarts]} />
        <SelectField name="date_format" label="Dates are written" options={[...dateFormats]} />
        <SelectField name="clock" label="Times are written" options={[...clocks]} />
      </div>
      <TextField
        name="currencies"
        label="Further currencies"
        help="Beside your own, in three letters each, such as EUR, GBP."
        optional
        autoCapitalize="characters"
        spellCheck={false}
      />
      <TextField name="default_service" label="Service of new work" help="Such as Standard or Next day." optional />
    </ActionForm>
  );
}
