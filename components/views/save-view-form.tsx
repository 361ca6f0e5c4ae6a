"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { SwitchField } from "@/components/form/switch-field";
import { TextField } from "@/components/form/text-field";
import { saveViewAction } from "@/lib/views/actions";

type SaveViewFormProps = {
  list: string;
  query: string;
  organizationId: string;
  onDone: (message: string | undefined) => void;
};

export function SaveViewForm({ list, query, organizationId, onDone }: SaveViewFormProps) {
  return (
    <ActionForm
      action={saveViewAction}
      organizationId={organizationId}
      defaultValues={{ name: "", shared: false }}
      submitLabel="Save view"
      layout="fill"
      showDone={false}
      onDone={(_, message) => onDone(message)}
    >
      <HiddenField name="list" value={list} />
      <HiddenField name="query" value={query} />
      <TextField name="name" label="Name" maxLength={40} autoComplete="off" />
      <SwitchField name="shared" label="Share with everybody here" />
    </ActionForm>
  );
}
