import { NotInPlan } from "@/components/plans/not-in-plan";
import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import type { PageDoor } from "@/lib/access/page-door";
import type { Permission } from "@/lib/access/permissions";
import { listWithheld } from "@/lib/plans/operations";
import { type FeatureName, features } from "@/lib/plans/words";

type FeatureNoteProps = { door: PageDoor; feature: FeatureName; held: readonly Permission[] };

/** Says on a page whose records stay readable that the plan does not have what they are for. */
export async function FeatureNote({ door, feature, held }: FeatureNoteProps) {
  if (features[feature].permissions.some((permission) => held.includes(permission))) return null;
  const facts = await door.run(listWithheld, {});
  if (!facts.withheld.includes(feature)) return null;
  return (
    <Callout tone="warning" className="mb-4" title={`${features[feature].label}: not in your plan`}>
      <NotInPlan feature={feature} facts={facts} /> What there is stays and can be read.{" "}
      {held.includes("usage.view") && <TextLink href="/settings/plan">See plan and use</TextLink>}
    </Callout>
  );
}
