"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { SelectField } from "@/components/form/select-field";
import { SwitchField } from "@/components/form/switch-field";
import { chooseNoticesAction } from "@/lib/notices/actions";
import { mailChoices, noticeKinds } from "@/lib/notices/choices";
import type { NoticePreference } from "@/lib/notices/schema";

type PreferencesFormProps = { organizationId: string; preferences: NoticePreference[] };

export function PreferencesForm({ organizationId, preferences }: PreferencesFormProps) {
  const chosen = preferences.filter(({ choosable }) => choosable);
  const fixed = preferences.filter(({ choosable }) => !choosable);
  return (
    <ActionForm
      action={chooseNoticesAction}
      organizationId={organizationId}
      submitLabel="Save choices"
      className="max-w-none"
      defaultValues={{
        choices: Object.fromEntries(chosen.map(({ inApp, mail }, index) => [index, { in_app: inApp, mail }])),
      }}
    >
      <p className="text-muted">
        The digest comes once a day after eight o’clock of your time zone, and only where something is unread.
      </p>
      <ul className="divide-y">
        {chosen.map(({ kind }, index) => (
          <li key={kind}>
            <fieldset className="grid items-center gap-x-6 gap-y-3 py-4 sm:grid-cols-[minmax(0,1fr)_9rem_13rem]">
              <legend className="sr-only">{noticeKinds[kind].label}</legend>
              <div>
                <p className="font-medium">{noticeKinds[kind].label}</p>
                <p className="text-muted text-table">{noticeKinds[kind].help}</p>
              </div>
              <HiddenField name={`choices.${index}.kind`} value={kind} />
              <SwitchField name={`choices.${index}.in_app`} label="In the bell" />
              <SelectField name={`choices.${index}.mail`} label="By mail" options={[...mailChoices]} />
            </fieldset>
          </li>
        ))}
        {fixed.map(({ kind }) => (
          <li key={kind} className="py-4">
            <p className="font-medium">{noticeKinds[kind].label}</p>
            <p className="text-muted text-table">{noticeKinds[kind].help}</p>
          </li>
        ))}
      </ul>
    </ActionForm>
  );
}
