"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { SwitchField } from "@/components/form/switch-field";
import { TextField } from "@/components/form/text-field";
import { TextareaField } from "@/components/form/textarea-field";
import { Card } from "@/components/ui/card";
import { ManyField } from "@/components/workspace/many-field";
import { updateWorkspaceAction } from "@/lib/workspace/actions";
import { choiceWords, groups, type shownFields } from "@/lib/workspace/choices";
import type { Workspace } from "@/lib/workspace/schema";

type Values = Record<string, string | number | boolean | null | readonly string[]>;

export function WorkspaceForm({ organizationId, workspace }: { organizationId: string; workspace: Workspace }) {
  const values: Values = workspace;
  const plain = Object.entries(values).flatMap(([name, value]) =>
    typeof value === "object" && value !== null ? [] : [[name, value ?? ""] as const],
  );
  return (
    <ActionForm
      action={updateWorkspaceAction}
      organizationId={organizationId}
      shown={workspace}
      defaultValues={Object.fromEntries(plain)}
      submitLabel="Save shipping settings"
      className="max-w-3xl"
    >
      {groups.map(({ title, description, fields }) => (
        <Card key={title} title={title} description={description}>
          <div className="grid gap-5 sm:grid-cols-2">
            {fields.map((field) => (
              <div key={field.name} className={wide.has(field.kind) ? "sm:col-span-2" : undefined}>
                <OneField field={field} values={values} />
              </div>
            ))}
          </div>
        </Card>
      ))}
    </ActionForm>
  );
}

const wide = new Set(["words", "switch", "many"]);

function OneField({ field, values }: { field: (typeof shownFields)[number]; values: Values }) {
  const { name, label } = field;
  switch (field.kind) {
    case "one": {
      const options = field.options.map((value) => ({ value, label: choiceWords(value) }));
      return <SelectField name={name} label={label} optional placeholder="Not set" options={options} />;
    }
    case "many": {
      const chosen = values[name];
      return (
        <ManyField name={name} label={label} options={field.options} chosen={Array.isArray(chosen) ? chosen : []} />
      );
    }
    case "switch":
      return <SwitchField name={name} label={label} />;
    case "words":
      return <TextareaField name={name} label={label} optional rows={3} maxLength={500} />;
    default:
      return (
        <TextField
          name={name}
          label={label}
          optional
          {...(field.kind === "number" ? { inputMode: "decimal" } : {})}
          {...(field.help ? { help: field.help } : {})}
        />
      );
  }
}
