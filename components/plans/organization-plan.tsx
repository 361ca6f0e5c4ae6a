"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import { HiddenField } from "@/components/form/hidden-field";
import { PasswordForm } from "@/components/form/password-form";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { LimitFields } from "@/components/plans/limit-fields";
import { planChoices } from "@/components/plans/words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { setOrganizationPlanAction } from "@/lib/plans/actions";
import type { PlanFacts, PlanRow } from "@/lib/plans/schema";
import { featureNames, features } from "@/lib/plans/words";

const states = [
  { value: "", label: "As the plan says" },
  { value: "on", label: "On" },
  { value: "off", label: "Off" },
];

type OrganizationPlanProps = { organizationId: string; facts: PlanFacts; plans: PlanRow[] };

/** The plan of one organization, and what it has more or less than that. */
export function OrganizationPlan({ organizationId, facts, plans }: OrganizationPlanProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Change</Button>}
      title="Plan of this organization"
      description="Its people read the reason. It holds from their next request on."
    >
      <PasswordForm
        action={setOrganizationPlanAction}
        defaultValues={startOf(facts)}
        submitLabel="Save the plan"
        onDone={() => {
          toast.done("Saved. It holds from the next request on");
          setOpen(false);
        }}
      >
        <HiddenField name="organizationId" value={organizationId} />
        <PlanFields plans={plans} now={facts.plan.key} />
        <details>
          <summary className="cursor-pointer font-medium">Features that differ from the plan</summary>
          <div className="mt-3 grid gap-4 sm:grid-cols-2">
            {featureNames.map((name) => (
              <SelectField key={name} name={`features.${name}`} label={features[name].label} options={states} />
            ))}
          </div>
        </details>
        <TextField
          name="reason"
          label="Why?"
          help="Its owner and admins read this."
          autoComplete="off"
          maxLength={300}
        />
      </PasswordForm>
    </Dialog>
  );
}

/** The plan, and what each limit of it is where its box is left empty. */
function PlanFields({ plans, now }: { plans: PlanRow[]; now: string }) {
  const chosen: string = useWatch({ name: "plan" }) ?? now;
  const archived = plans.some(({ key, archived_at }) => key === now && archived_at);
  return (
    <>
      <SelectField
        name="plan"
        label="Plan"
        help={archived ? "It is archived: once another one is saved here, it cannot come back." : undefined}
        options={planChoices(plans, [now, chosen])}
      />
      <LimitFields
        help="Left empty, the plan decides. A number is more or less than it; “any” is no limit."
        plan={plans.find(({ key }) => key === chosen)?.limits ?? {}}
      />
    </>
  );
}

function startOf({ plan, agreed }: PlanFacts) {
  return {
    plan: plan.key,
    reason: agreed.reason,
    limits: Object.fromEntries(
      Object.entries(agreed.limits).map(([name, most]) => [name, most === null ? "any" : String(most)]),
    ),
    features: Object.fromEntries(
      featureNames.map((name) => [name, name in agreed.features ? (agreed.features[name] ? "on" : "off") : ""]),
    ),
  };
}
