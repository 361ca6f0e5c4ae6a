"use client";

import type { FieldValues } from "react-hook-form";
import type { ZodType } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import type { Option } from "@/components/ui/select";
import { companySizes, industries } from "@/lib/organizations/choices";
import { updateSettingsAction } from "@/lib/settings/actions";
import { dimensionUnits, generalInput, type Settings, weightUnits } from "@/lib/settings/schema";

const none = "Not set";
const schema = generalInput as unknown as ZodType<FieldValues, FieldValues>; // its fields are those of the form

export type Regions = { countries: Option[]; currencies: Option[]; timeZones: Option[] };

export function GeneralForm({ settings, regions }: { settings: Settings; regions: Regions }) {
  const { name, company_name, industry, company_size, city, country, ...rest } = settings;
  const { currency, time_zone, weight_unit, dimension_unit } = rest;
  const values = {
    name,
    company_name: company_name ?? "",
    industry: known(industry, industries),
    company_size: known(company_size, companySizes),
    city: city ?? "",
    country: country ?? "",
    currency,
    time_zone,
    weight_unit,
    dimension_unit,
  };
  return (
    <ActionForm
      schema={schema}
      action={updateSettingsAction}
      organizationId={settings.id}
      defaultValues={values}
      shown={settings}
      submitLabel="Save settings"
    >
      <TextField name="name" label="Name" help="Shown in the switcher, in mails and to everybody who is invited." />
      <TextField name="company_name" label="Company name" optional />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField name="industry" label="Industry" optional placeholder={none} options={[...industries]} />
        <SelectField name="company_size" label="Company size" optional placeholder={none} options={[...companySizes]} />
        <TextField name="city" label="City" optional />
        <SelectField name="country" label="Country" optional placeholder={none} options={regions.countries} />
        <SelectField name="currency" label="Currency" options={regions.currencies} />
        <SelectField name="time_zone" label="Time zone" options={regions.timeZones} />
        <SelectField name="weight_unit" label="Weights in" options={[...weightUnits]} />
        <SelectField name="dimension_unit" label="Sizes in" options={[...dimensionUnits]} />
      </div>
    </ActionForm>
  );
}

/** What was stored by other means and is no choice here shows as not set; a select would send nothing for it. */
function known(value: string | null, choices: readonly { value: string }[]): string {
  return choices.some((choice) => choice.value === value) ? (value ?? "") : "";
}
