"use client";

import type { FieldValues } from "react-hook-form";
import type { ZodType } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { SelectField } from "@/components/form/select-field";
import { TextLink } from "@/components/ui/text-link";
import { roleTemplates } from "@/lib/organizations/choices";
import { updateRoleSettingsAction } from "@/lib/settings/actions";
import { rolesInput, type Settings } from "@/lib/settings/schema";

const schema = rolesInput as unknown as ZodType<FieldValues, FieldValues>; // its fields are those of the form

export function RolesForm({ settings }: { settings: Settings }) {
  const { role_template, default_role } = settings;
  return (
    <ActionForm
      schema={schema}
      action={updateRoleSettingsAction}
      organizationId={settings.id}
      defaultValues={{ role_template, default_role }}
      shown={settings}
      submitLabel="Save roles"
    >
      <RadioField
        name="role_template"
        label="Role template"
        options={roleTemplates.map(({ value, label, help }) => ({ value, label, help }))}
      />
      <SelectField
        name="default_role"
        label="Role of new members"
        help="Who approves or invites somebody can still choose another one."
        options={settings.roles.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <p className="text-muted text-table">
        What each role may do, and the strict ladder, stand under <TextLink href="/roles">Roles</TextLink>.
      </p>
    </ActionForm>
  );
}
