import { UseBar } from "@/components/plans/use-bar";
import type { PlanFacts } from "@/lib/plans/schema";
import { limitNames } from "@/lib/plans/words";

export function UseBars({ facts }: { facts: PlanFacts }) {
  return (
    <div className="divide-y">
      {limitNames.map((name) => {
        const { most, plan, used } = facts.limits[name];
        const differs = name in facts.agreed.limits && plan !== most;
        const note = differs ? `The plan has ${plan === null ? "no limit" : plan.toLocaleString("en")}.` : undefined;
        return <UseBar key={name} name={name} most={most} used={used} note={note} />;
      })}
    </div>
  );
}
