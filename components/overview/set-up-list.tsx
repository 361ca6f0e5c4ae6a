import { Check, X } from "lucide-react";
import Link from "next/link";
import { HiddenField } from "@/components/form/hidden-field";
import { OrganizationField } from "@/components/form/organization-field";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Progress } from "@/components/ui/progress";
import { dismissStepAction } from "@/lib/overview/actions";
import type { StepKey } from "@/lib/overview/checklist";

type Step = { key: StepKey; done: boolean };

const texts: Record<StepKey, { title: string; detail: string; href: string }> = {
  profile: {
    title: "Complete the profile",
    detail: "Company name, industry, size, city and country.",
    href: "/settings",
  },
  invite: { title: "Invite people", detail: "By link or with a code to say aloud.", href: "/invitations" },
  default_role: {
    title: "Decide how newcomers begin",
    detail: "The role that people get where nobody chooses another.",
    href: "/settings",
  },
  key: { title: "Use your API key", detail: "Its first call marks this step as done.", href: "/api-keys" },
};

type SetUpListProps = { steps: Step[]; organizationId: string; mayDismiss: boolean };

export function SetUpList({ steps, organizationId, mayDismiss }: SetUpListProps) {
  const open = steps.filter(({ done }) => !done).length;
  if (open === 0) return null;
  const done = steps.length - open;
  return (
    <Card title="Finish the set-up" padded={false}>
      <Progress
        label="Steps done"
        value={done}
        max={steps.length}
        detail={`${done} of ${steps.length}`}
        className="px-5 py-4"
      />
      <ul className="divide-y border-t">
        {steps.map((step) => (
          <li key={step.key} className="relative flex items-start gap-3 py-3 pr-3 pl-5">
            <Mark done={step.done} />
            <StepText step={step} />
            {mayDismiss && !step.done && (
              <form action={dismissStepAction} className="relative">
                <OrganizationField id={organizationId} />
                <HiddenField name="step" value={step.key} />
                <IconButton type="submit" size="sm" label={`Put “${texts[step.key].title}” aside`}>
                  <X />
                </IconButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function StepText({ step }: { step: Step }) {
  const { title, detail, href } = texts[step.key];
  if (step.done)
    return (
      <p className="min-w-0 flex-1 text-muted">
        {title}
        <span className="sr-only">, done</span>
      </p>
    );
  return (
    <div className="min-w-0 flex-1">
      <Link href={href} className="font-medium hover:underline">
        {title}
      </Link>
      <p className="text-muted text-table">{detail}</p>
    </div>
  );
}

function Mark({ done }: { done: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "mt-0.5 grid size-4 shrink-0 place-items-center rounded-full",
        done ? "bg-positive text-surface" : "border border-control",
      )}
    >
      {done && <Check className="size-3" />}
    </span>
  );
}
