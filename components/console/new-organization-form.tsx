"use client";

import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { buttonStyles } from "@/components/ui/button-styles";
import { createOrganizationAction } from "@/lib/console/actions";

const templates = [
  { value: "fleet", label: "Fleet", help: "Dispatchers, drivers and users. New people become users." },
  { value: "staff", label: "Owner and staff", help: "New people enter with no rights; flags open what they may do." },
  { value: "procurement", label: "Procurement", help: "Buyers order, managers approve. New people become buyers." },
];

type Props = { ending: string; timeZones: string[]; currencies: { value: string; label: string }[] };

export function NewOrganizationForm({ ending, timeZones, currencies }: Props) {
  return (
    <ActionForm
      action={createOrganizationAction}
      submitLabel="Create it and invite its owner"
      defaultValues={{ currency: "USD", timeZone: "UTC", roleTemplate: "fleet" }}
      secondary={
        <Link href="/console/organizations" className={buttonStyles({ variant: "ghost" })}>
          Cancel
        </Link>
      }
    >
      <TextField name="name" label="Name" required maxLength={100} autoComplete="off" />
      <TextField
        name="slug"
        label="Address"
        suffix={ending}
        mono
        required
        autoComplete="off"
        spellCheck={false}
        help="Lower-case letters, digits and single hyphens."
      />
      <TextField
        name="email"
        label="E-mail address of its first owner"
        type="email"
        required
        autoComplete="off"
        help="The person gets a link that works once, for 48 hours. Nobody can enter before they accept."
      />
      <SelectField name="currency" label="Currency" options={currencies} />
      <SelectField
        name="timeZone"
        label="Time zone"
        options={timeZones.map((zone) => ({ value: zone, label: zone }))}
      />
      <RadioField name="roleTemplate" label="How its people work" options={templates} />
    </ActionForm>
  );
}
