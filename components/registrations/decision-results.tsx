import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { relativeText } from "@/components/ui/time-text";
import { decisionInWords, outcomeInWords } from "@/lib/registrations/rules";
import type { Decision } from "@/lib/registrations/schema";

type DecisionResultsProps = { decisions: Decision[]; onDismiss: () => void };

/** What became of each request, until it is put away. Somebody else's earlier decision is said, not failed. */
export function DecisionResults({ decisions, onDismiss }: DecisionResultsProps) {
  const before = decisions.filter(({ outcome }) => outcome === "decided").length;
  const now = decisions.length - before;
  const warns = before > 0 || decisions.some(({ noSeat }) => noSeat);
  return (
    <Callout
      className="mb-4"
      tone={warns ? "warning" : "positive"}
      title={title(now, before)}
      actions={
        <Button size="sm" variant="ghost" onClick={onDismiss}>
          Put away
        </Button>
      }
    >
      <ul className="mt-1 space-y-0.5">
        {decisions.map((each) => (
          <li key={each.id}>
            <span className="font-medium">{each.name}</span>: {resultInWords(each)}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function title(now: number, before: number): string {
  if (before === 0) return now === 1 ? "Decided" : `${now} requests decided`;
  if (now === 0) return before === 1 ? "Somebody was faster" : `All ${before} were decided before`;
  return `${now} decided, ${before} decided before by somebody else`;
}

/** What became of one request; somebody else's earlier decision is said too. */
export function resultInWords(decision: Decision): string {
  if (decision.outcome !== "decided") return outcomeInWords(decision);
  const when = decision.decidedAt ? ` ${relativeText(decision.decidedAt, new Date())}` : "";
  return `${decisionInWords(decision)}${when}. Your decision changed nothing.`;
}
