"use client";

import { useRouter } from "next/navigation";
import { HiddenField } from "@/components/form/hidden-field";
import { PasswordForm } from "@/components/form/password-form";
import { PlanEffects } from "@/components/plans/plan-effects";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { changePlanAction, createPlanAction } from "@/lib/plans/actions";
import type { PlanEffect } from "@/lib/plans/schema";

type SavePlanProps = { effect: PlanEffect; values: [string, string][]; isNew: boolean; onClose: () => void };

export function SavePlan({ effect, values, isNew, onClose }: SavePlanProps) {
  const router = useRouter();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={isNew ? "Make this plan" : "Change this plan"}
      description={isNew ? "Nobody has it yet. You give it to organizations one by one." : undefined}
    >
      {!isNew && <PlanEffects effect={effect} />}
      <PasswordForm
        action={isNew ? createPlanAction : changePlanAction}
        submitLabel={isNew ? "Make the plan" : "Save the plan"}
        onDone={() => {
          toast.done(isNew ? "The plan is made" : "Saved. It holds from the next request on");
          router.push("/console/plans");
        }}
      >
        {values.map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
      </PasswordForm>
    </Dialog>
  );
}
