"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { updateAccountAction } from "@/lib/accounts/actions";

type Props = { name: string; timeZone: string; timeZones: readonly string[] };

export function ProfileForm({ name, timeZone, timeZones }: Props) {
  return (
    <ActionForm action={updateAccountAction} defaultValues={{ name, timeZone }} submitLabel="Save">
      <TextField name="name" label="Name" autoComplete="name" maxLength={100} required />
      <SelectField
        name="timeZone"
        label="Time zone"
        help="Times on your own pages. Inside an organization its time zone holds."
        options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
    </ActionForm>
  );
}
