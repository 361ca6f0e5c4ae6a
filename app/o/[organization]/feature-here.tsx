import { FeatureNote } from "@/components/plans/feature-note";
import type { PageDoor } from "@/lib/access/page-door";
import type { Permission } from "@/lib/access/permissions";
import { listWithheld } from "@/lib/plans/operations";
import { type FeatureName, features } from "@/lib/plans/words";

type FeatureHereProps = { door: PageDoor; feature: FeatureName; held: readonly Permission[] };

/** The note on a page whose feature the plan lacks. Whoever holds a permission of it has it, and nothing is asked. */
export async function FeatureHere({ door, feature, held }: FeatureHereProps) {
  if (features[feature].permissions.some((permission) => held.includes(permission))) return null;
  const facts = await door.run(listWithheld, {});
  return facts.withheld.includes(feature) ? (
    <FeatureNote feature={feature} facts={facts} leads={held.includes("usage.view")} />
  ) : null;
}
