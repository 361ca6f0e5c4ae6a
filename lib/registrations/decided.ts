import { formatDistanceToNowStrict } from "date-fns";
import { BerthError } from "@/lib/errors";
import { type ClosedAs, decisionInWords, type RequestState } from "./rules";

type Decided = {
  state: RequestState;
  closedAs: ClosedAs | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  joined?: boolean | undefined;
};

/** The second decider is told who was first, and when. */
export function alreadyDecided(first: Decided): BerthError {
  if (first.joined)
    return new BerthError("conflict", "They became a member meanwhile. Nothing was changed.", {
      reason: "already_joined",
    });
  const when = first.decidedAt ? ` ${formatDistanceToNowStrict(first.decidedAt, { addSuffix: true })}` : "";
  return new BerthError("conflict", `${decisionInWords(first)}${when}. Nothing was changed.`, {
    reason: "already_decided",
  });
}
