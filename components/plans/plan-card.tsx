import { OrganizationPlan } from "@/components/plans/organization-plan";
import { UseBars } from "@/components/plans/use-bars";
import { featureLabel, listed } from "@/components/plans/words";
import { Card } from "@/components/ui/card";
import type { PlanFacts, PlanRow } from "@/lib/plans/schema";

type PlanCardProps = { organizationId: string; facts: PlanFacts; plans: PlanRow[]; closed: boolean };

/** One organization's plan with its use, for the console. */
export function PlanCard({ organizationId, facts, plans, closed }: PlanCardProps) {
  const { plan, withheld, agreed } = facts;
  const has = withheld.length === 0 ? "Every feature." : `Without ${listed(withheld.map(featureLabel))}.`;
  const archived = plans.some(({ key, archived_at }) => key === plan.key && archived_at);
  return (
    <Card
      title={`Plan ${plan.name}`}
      description={archived ? `${has} It is archived: nobody else gets it.` : has}
      actions={!closed && <OrganizationPlan organizationId={organizationId} facts={facts} plans={plans} />}
    >
      <UseBars facts={facts} />
      {agreed.reason !== "" && (
        <p className="mt-4 border-t pt-3 text-muted text-table">Why it is so: {agreed.reason}</p>
      )}
    </Card>
  );
}
