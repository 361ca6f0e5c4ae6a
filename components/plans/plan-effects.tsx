import { amount, featureLabel, limitLabel, listed } from "@/components/plans/words";
import type { PlanEffect } from "@/lib/plans/schema";

/** What a change does: to how many, what goes off and on, and who would be past a limit. */
export function PlanEffects({ effect }: { effect: PlanEffect }) {
  const { organizations, switched_off: off, switched_on: on, limits } = effect;
  const same = off.length + on.length + limits.length === 0;
  return (
    <div className="mb-5 space-y-2">
      <p className="font-medium">
        {organizations === 1 ? "1 organization has" : `${organizations} organizations have`} it.
      </p>
      <ul className="list-disc space-y-1 pl-5 text-muted">
        {same && <li>Features and limits stay as they are.</li>}
        {off.length > 0 && <li>Goes off with the next request: {listed(off.map(featureLabel))}</li>}
        {on.length > 0 && <li>Goes on: {listed(on.map(featureLabel))}</li>}
        {limits.map(({ name, was, becomes, past }) => (
          <li key={name}>
            {limitLabel(name)}: {amount(was).toLowerCase()} becomes {amount(becomes).toLowerCase()}
            {past > 0 && (
              <span className="text-danger">
                ; {past === 1 ? "1 organization is" : `${past} organizations are`} past it, loses nothing and gets no
                more
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
