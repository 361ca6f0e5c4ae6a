"use client";

import { useMemo, useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { FirstKey } from "@/components/organizations/first-key";
import { SlugField } from "@/components/organizations/slug-field";
import { TimeZoneField } from "@/components/organizations/time-zone-field";
import type { Option } from "@/components/ui/select";
import { type Founded, setUpOrganizationAction } from "@/lib/organizations/actions";
import { companySizes, industries, roleTemplates } from "@/lib/organizations/choices";
import { setUpForm } from "@/lib/organizations/schema";

export type SetUpFormProps = {
  /** Host that the slug stands in front of. */
  host: string;
  rootUrl: string;
  countries: Option[];
  currencies: Option[];
  timeZones: Option[];
  country: string;
  currency: string;
};

export function SetUpForm({ host, rootUrl, countries, currencies, timeZones, country, currency }: SetUpFormProps) {
  const [done, setDone] = useState<Founded>();
  const defaultValues = useMemo(() => ({ country, currency, role_template: "fleet" }), [country, currency]);
  if (done) return <FirstKey founded={done} rootUrl={rootUrl} />;
  return (
    <ActionForm
      schema={setUpForm}
      action={setUpOrganizationAction}
      defaultValues={defaultValues}
      submitLabel="Create organization"
      layout="fill"
      onDone={setDone}
    >
      <TextField
        name="name"
        label="Display name"
        help="What people see in the switcher and in mails."
        autoComplete="organization"
        maxLength={100}
        autoFocus
      />
      <SlugField host={host} />
      <TextField name="company_name" label="Company name" help="The full legal name." maxLength={120} />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField name="industry" label="Industry" placeholder="Choose" options={[...industries]} />
        <SelectField name="company_size" label="Company size" placeholder="Choose" options={[...companySizes]} />
        <TextField name="city" label="City" autoComplete="address-level2" maxLength={100} />
        <SelectField name="country" label="Country" placeholder="Choose" options={countries} autoComplete="country" />
        <SelectField name="currency" label="Default currency" placeholder="Choose" options={currencies} />
        <TimeZoneField options={timeZones} />
      </div>
      <RadioField name="role_template" label="How your people work" options={[...roleTemplates]} />
    </ActionForm>
  );
}
