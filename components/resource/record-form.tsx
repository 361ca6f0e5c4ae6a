"use client";

import Link from "next/link";
import { useMemo } from "react";
import type { FieldValues } from "react-hook-form";
import { type ZodType, z } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { SelectField } from "@/components/form/select-field";
import { LineFields } from "@/components/resource/line-fields";
import { type FieldChoices, RecordField } from "@/components/resource/record-field";
import { buttonStyles } from "@/components/ui/button-styles";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import type { Standards } from "@/lib/measures/words";
import { createRecordAction, updateRecordAction } from "@/lib/resource/actions";
import type { ResourceFacts } from "@/lib/resource/facts";
import { createShape, type Field, updateShape, usesMeasures, usesMoney } from "@/lib/resource/field-schema";
import { formDefaults } from "@/lib/resource/words";

type RecordFormProps = {
  facts: ResourceFacts;
  /** The record to change; without one a new one is made. */
  record?: Record<string, unknown>;
  organization: { id: string } & Standards;
  choices: FieldChoices;
};

const wide = new Set<Field["kind"]>(["paragraph", "secret", "flag", "postal"]);

/** The form of any declared record: its fields, the rows that belong to it, checked by the operation's own schema. */
export function RecordForm({ facts, record, organization, choices }: RecordFormProps) {
  const { fields, lines } = facts;
  const schema = useMemo(() => {
    const shape = record ? { id: z.string(), ...updateShape({ fields, lines }) } : createShape({ fields, lines });
    return z.strictObject(shape) as unknown as ZodType<FieldValues, FieldValues>; // its fields are those of the form
  }, [fields, lines, record]);
  const action = (record ? updateRecordAction : createRecordAction).bind(null, facts.name);
  const shown = Object.entries(fields).filter(([, { fixed, once }]) => !fixed && !(record && once));
  return (
    <ActionForm
      schema={schema}
      action={action}
      organizationId={organization.id}
      shown={record}
      defaultValues={formDefaults(facts, record, organization.currency)}
      submitLabel={record ? `Save ${facts.words.one}` : `Add ${facts.words.one}`}
      layout="fill"
      className="max-w-3xl [&_button[type=submit]]:w-auto"
      secondary={
        <Link href={record ? `${facts.path}/${record.id}` : facts.path} className={buttonStyles()}>
          Cancel
        </Link>
      }
    >
      {record && <HiddenField name="id" value={String(record.id)} />}
      {usesMeasures(facts) && (
        <>
          <HiddenField name="weightUnit" value={organization.weightUnit} />
          <HiddenField name="dimensionUnit" value={organization.dimensionUnit} />
        </>
      )}
      <Card>
        <div className="grid gap-5 sm:grid-cols-2">
          {shown.map(([name, field]) => (
            <div key={name} className={classNames("min-w-0", wide.has(field.kind) && "sm:col-span-2")}>
              <RecordField
                name={name}
                field={field}
                choices={choices}
                standards={organization}
                kept={record?.[`${name}Set`] === true}
              />
            </div>
          ))}
          {usesMoney(facts) && <SelectField name="currency" label="Currency" options={choices.currencies} />}
        </div>
      </Card>
      {lines && (
        <Card>
          <LineFields lines={lines} choices={choices} standards={organization} />
        </Card>
      )}
    </ActionForm>
  );
}
