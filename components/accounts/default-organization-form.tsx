"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { setDefaultOrganizationAction } from "@/lib/me/actions";

type Props = { current: string; organizations: { id: string; name: string }[] };

export function DefaultOrganizationForm({ current, organizations }: Props) {
  return (
    <ActionForm
      action={setDefaultOrganizationAction}
      defaultValues={{ organizationId: current }}
      submitLabel="Save organization"
    >
      <SelectField
        name="organizationId"
        label="Default organization"
        options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </ActionForm>
  );
}
