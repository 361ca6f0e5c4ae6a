"use client";

import { HiddenField } from "@/components/form/hidden-field";
import { PasswordForm } from "@/components/form/password-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { ActionState } from "@/lib/errors";
import { archivePlanAction, beginWithPlanAction, restorePlanAction } from "@/lib/plans/actions";
import type { PlanRow } from "@/lib/plans/schema";

/** What is done to a plan as a whole. */
export function PlanActs({ plan: { key, name, begins, archived_at: archived, organizations } }: { plan: PlanRow }) {
  if (archived)
    return (
      <Card title="Archived" description="Nobody gets it any more. Who has it keeps it, with every change to it.">
        <Act
          plan={key}
          title={`Give out ${name} again`}
          about="Organizations can be put on it again."
          label="Give it out again"
          done="The plan is given out again"
          action={restorePlanAction}
        />
      </Card>
    );
  if (begins)
    return (
      <Card
        title="New organizations begin with it"
        description="To change that, open the plan that they shall begin with. It cannot be archived until then."
      />
    );
  const had =
    organizations === 1
      ? "1 organization has it and keeps it"
      : `${organizations.toLocaleString("en")} organizations have it and keep it`;
  const archiving = `Nobody gets it any more. ${organizations === 0 ? "Nobody has it." : `${had}.`}`;
  return (
    <div className="space-y-4">
      <Card title="Begin with it" description="New organizations get this plan. Who is here keeps what they have.">
        <Act
          plan={key}
          title={`Let new organizations begin with ${name}`}
          about="Who is here keeps what they have."
          label="Let new organizations begin with it"
          done="New organizations begin with it"
          action={beginWithPlanAction}
        />
      </Card>
      <Card title="Archive" description={archiving}>
        <Act
          plan={key}
          title={`Archive ${name}`}
          about={archiving}
          label="Archive it"
          done="The plan is archived"
          action={archivePlanAction}
        />
      </Card>
    </div>
  );
}

type ActProps = {
  plan: string;
  title: string;
  about: string;
  label: string;
  done: string;
  action: (state: ActionState<object>, form: FormData) => Promise<ActionState<object>>;
};

function Act({ plan, title, about, label, done, action }: ActProps) {
  return (
    <Dialog trigger={<Button>{label}</Button>} title={title} description={about}>
      <PasswordForm action={action} submitLabel={label} onDone={() => toast.done(done)}>
        <HiddenField name="key" value={plan} />
      </PasswordForm>
    </Dialog>
  );
}
