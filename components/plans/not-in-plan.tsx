import { listed } from "@/components/plans/words";
import type { WithheldHere } from "@/lib/plans/schema";
import type { FeatureName } from "@/lib/plans/words";

/** Which plan lacks it and which have it, in words. */
export function NotInPlan({ feature, facts }: { feature: FeatureName; facts: WithheldHere }) {
  const plans = (facts.offered[feature] ?? []).filter((name) => name !== facts.plan);
  return (
    <>
      {plans.length > 0
        ? `The plan ${facts.plan} does not include it; ${listed(plans)} ${plans.length === 1 ? "does" : "do"}.`
        : "It is switched off for your organization."}{" "}
      The operators of this installation can change it.
    </>
  );
}
