import { Check, Minus } from "lucide-react";
import { listed } from "@/components/plans/words";
import type { PlanFacts } from "@/lib/plans/schema";
import { featureNames, features } from "@/lib/plans/words";

/** What the plan has and what it has not, with the plans that have it. */
export function FeatureList({ facts: { withheld, offered, agreed } }: { facts: PlanFacts }) {
  return (
    <ul className="divide-y">
      {featureNames.map((name) => {
        const off = withheld.includes(name);
        const plans = offered[name] ?? [];
        const { label, help } = features[name];
        return (
          <li key={name} className="flex gap-3 py-2.5 first:pt-0 last:pb-0">
            {off ? (
              <Minus aria-label="Off" className="mt-0.5 size-4 shrink-0 text-muted" />
            ) : (
              <Check aria-label="On" className="mt-0.5 size-4 shrink-0 text-positive" />
            )}
            <div className="min-w-0">
              <p className={off ? "text-muted" : "font-medium"}>{label}</p>
              <p className="text-muted text-table">
                {off && plans.length > 0 ? `In ${listed(plans)}. ${help}` : help}
                {name in agreed.features && ` Agreed with your organization alone.`}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
