"use client";

import type { FieldValues } from "react-hook-form";
import type { ZodType } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/select-field";
import { updateRequestSettingsAction } from "@/lib/settings/actions";
import { requestsInput, type Settings } from "@/lib/settings/schema";
import { hoursInWords } from "@/lib/settings/words";

const schema = requestsInput as unknown as ZodType<FieldValues, FieldValues>; // its fields are those of the form

const spans = {
  due: [4, 8, 24, 48, 72, 120, 168, 336, 720],
  reminder: [0, 1, 2, 4, 8, 24, 48],
  escalation: [0, 4, 8, 24, 48, 72, 168],
  close: [0, 24, 48, 72, 168, 336, 720],
};

export function RequestsForm({ settings }: { settings: Settings }) {
  const { due_hours, reminder_hours, escalation_hours, close_hours } = settings;
  return (
    <ActionForm
      schema={schema}
      action={updateRequestSettingsAction}
      organizationId={settings.id}
      shown={settings}
      defaultValues={{
        due_hours: text(due_hours),
        reminder_hours: text(reminder_hours),
        escalation_hours: text(escalation_hours),
        close_hours: text(close_hours),
      }}
      submitLabel="Save times"
    >
      <SelectField
        name="due_hours"
        label="A request is due"
        help="Counted from when somebody asks. Who waits already keeps at least a day, or the whole time where it is shorter."
        placeholder="Never"
        options={options(spans.due, due_hours, (hours) => `After ${hoursInWords(hours)}`)}
      />
      <SelectField
        name="reminder_hours"
        label="Remind who decides"
        help="Once, by notification and mail."
        placeholder="Never"
        options={options(spans.reminder, reminder_hours, (hours) =>
          hours === 0 ? "When it is due" : `${hoursInWords(hours)} before it is due`,
        )}
      />
      <SelectField
        name="escalation_hours"
        label="Tell the owner"
        help="Once, where nobody has decided by then."
        placeholder="Never"
        options={options(spans.escalation, escalation_hours, (hours) =>
          hours === 0 ? "When it is due" : `${hoursInWords(hours)} after it was due`,
        )}
      />
      <SelectField
        name="close_hours"
        label="Close it"
        help="As rejected, with the reason that nobody decided in time. The person is told and can ask again."
        placeholder="Never"
        options={options(spans.close, close_hours, (hours) =>
          hours === 0 ? "When it is due" : `${hoursInWords(hours)} after it was due`,
        )}
      />
    </ActionForm>
  );
}

const text = (hours: number | null) => (hours === null ? "" : String(hours));

/** What was set by other means is a choice too. */
function options(hours: number[], current: number | null, label: (hours: number) => string) {
  const all = current === null || hours.includes(current) ? hours : [...hours, current].sort((a, b) => a - b);
  return all.map((each) => ({ value: String(each), label: label(each) }));
}
