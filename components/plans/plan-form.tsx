"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { CheckField } from "@/components/form/check-field";
import { HiddenField } from "@/components/form/hidden-field";
import { TextField } from "@/components/form/text-field";
import { LimitFields } from "@/components/plans/limit-fields";
import { SavePlan } from "@/components/plans/save-plan";
import { previewNewPlanAction, previewPlanAction } from "@/lib/plans/actions";
import type { PlanEffect, PlanFound } from "@/lib/plans/schema";
import { featureNames, features } from "@/lib/plans/words";

type Sent = { effect: PlanEffect; values: [string, string][] };

/** What is typed is looked at first: what it would do, and to whom. Saving comes after. */
export function PlanForm({ plan }: { plan?: PlanFound }) {
  const [sent, setSent] = useState<Sent>();
  const [values, setValues] = useState<Sent["values"]>([]);
  return (
    <>
      <ActionForm<PlanEffect>
        action={(state, form) => {
          setValues(
            [...form].flatMap(([name, value]) =>
              typeof value === "string" && !name.startsWith("$") ? [[name, value]] : [],
            ),
          );
          return plan ? previewPlanAction(state, form) : previewNewPlanAction(state, form);
        }}
        defaultValues={startOf(plan)}
        shown={plan}
        submitLabel={plan ? "Review the change" : "Review the plan"}
        showDone={false}
        onDone={(effect) => setSent({ effect, values })}
      >
        {plan ? (
          <HiddenField name="key" value={plan.key} />
        ) : (
          <TextField
            name="key"
            label="Key"
            help="Small letters and digits. It stays as it is."
            mono
            autoComplete="off"
          />
        )}
        <TextField name="name" label="Name" autoComplete="off" />
        <TextField name="description" label="Description" help="Its organizations read it." optional />
        <fieldset>
          <legend className="mb-3 font-medium">Features</legend>
          <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
            {featureNames.map((name) => (
              <CheckField
                key={name}
                name={`features.${name}`}
                label={features[name].label}
                help={features[name].help}
              />
            ))}
          </div>
        </fieldset>
        <LimitFields help="Left empty, there is no limit." />
      </ActionForm>
      {sent && <SavePlan {...sent} isNew={!plan} onClose={() => setSent(undefined)} />}
    </>
  );
}

function startOf(plan: PlanFound | undefined) {
  const { name = "", description = "", features = {}, limits = {} } = plan ?? {};
  return {
    name,
    description,
    features: Object.fromEntries(featureNames.map((each) => [each, features[each] ?? true])),
    limits: Object.fromEntries(Object.entries(limits).map(([each, most]) => [each, most === null ? "" : String(most)])),
  };
}
