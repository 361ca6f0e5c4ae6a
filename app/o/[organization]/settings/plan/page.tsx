import { FeatureList } from "@/components/plans/feature-list";
import { UseBars } from "@/components/plans/use-bars";
import { fillOf, limitLabel, listed } from "@/components/plans/words";
import { SettingsHead } from "@/components/settings/settings-tabs";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { organizationPage } from "@/lib/access/page-door";
import { findPlan } from "@/lib/plans/operations";
import type { PlanFacts } from "@/lib/plans/schema";
import { limitNames } from "@/lib/plans/words";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Plan and use" };

export default async function PlanPage({ params }: { params: Promise<{ organization: string }> }) {
  const door = await organizationPage(params);
  const facts = await door.run(findPlan, {});
  const { permissions } = await organizationShell((await params).organization);
  return (
    <>
      <SettingsHead held={permissions} />
      <div className="max-w-5xl space-y-6">
        <Fullness facts={facts} />
        <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
          <Card title="Use" description="What is in use, of what the plan has.">
            <UseBars facts={facts} />
          </Card>
          <Card
            title={`The plan ${facts.plan.name}`}
            description={[facts.plan.description, "The operators of this installation change it."].join(" ").trim()}
          >
            <FeatureList facts={facts} />
            {facts.agreed.reason !== "" && (
              <p className="mt-4 border-t pt-3 text-muted text-table">Agreed beside the plan: {facts.agreed.reason}</p>
            )}
          </Card>
        </div>
      </div>
    </>
  );
}

function Fullness({ facts }: { facts: PlanFacts }) {
  const named = (...fills: string[]) =>
    limitNames.filter((name) => fills.includes(fillOf(facts.limits[name]))).map((name) => limitLabel(name));
  const [full, near] = [named("full", "past"), named("near")];
  const day = full.includes(limitLabel("api_calls_a_day"));
  const more = full.length > (day ? 1 : 0);
  if (full.length > 0)
    return (
      <Callout tone="danger" title={`Nothing is left of: ${listed(full)}`}>
        {more && "What there is goes on. Nothing more comes in until there is room, or the operators raise the limit. "}
        {day && "Calls are refused until midnight where the organization is, or until the operators raise the limit."}
      </Callout>
    );
  if (near.length > 0) return <Callout tone="warning" title={`Nearly full: ${listed(near)}`} />;
  return null;
}
