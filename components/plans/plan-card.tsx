import { OrganizationPlan } from "@/components/plans/organization-plan";
import { UseBars } from "@/components/plans/use-bars";
import { featureLabel, listed } from "@/components/plans/words";
import { Card } from "@/components/ui/card";
import type { PlanFacts, PlanRow } from "@/lib/plans/schema";

type PlanCardProps = { organizationId: string; facts: PlanFacts; plans: PlanRow[]; closed: boolean };

/** One organization's plan with its use, for the console. */
export function PlanCard({ organizationId, facts, plans, closed }: PlanCardProps) {
  const { plan, withheld, agreed } = facts;
  return (
    <Card
      title={`Plan ${plan.name}`}
      description={withheld.length === 0 ? "Every feature." : `Without ${listed(withheld.map(featureLabel))}.`}
      actions={!closed && <OrganizationPlan organizationId={organizationId} facts={facts} plans={plans} />}
    >
      <UseBars facts={facts} />
      {agreed.reason !== "" && (
        <p className="mt-4 border-t pt-3 text-muted text-table">Why it is so: {agreed.reason}</p>
      )}
    </Card>
  );
}
