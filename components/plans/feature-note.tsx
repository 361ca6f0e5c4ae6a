import { NotInPlan } from "@/components/plans/not-in-plan";
import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import type { WithheldHere } from "@/lib/plans/schema";
import { type FeatureName, features } from "@/lib/plans/words";

type FeatureNoteProps = { feature: FeatureName; facts: WithheldHere; leads: boolean };

/** Says on a page whose records stay readable that the plan does not have what they are for. */
export function FeatureNote({ feature, facts, leads }: FeatureNoteProps) {
  const elsewhere = facts.offered[feature]?.some((plan) => plan !== facts.plan);
  return (
    <Callout
      tone="warning"
      className="mb-4"
      title={`${features[feature].label}: ${elsewhere ? "not in your plan" : "switched off"}`}
    >
      <NotInPlan feature={feature} facts={facts} /> What there is stays and can be read.{" "}
      {leads && <TextLink href="/settings/plan">See plan and use</TextLink>}
    </Callout>
  );
}
