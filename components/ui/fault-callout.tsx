import { Callout } from "@/components/ui/callout";
import { CopyText } from "@/components/ui/copy-text";
import { TextLink } from "@/components/ui/text-link";
import type { ActionState, ErrorCode } from "@/lib/errors";

type Failed = Extract<ActionState, { status: "failed" }>;

const unexpected: ReadonlySet<ErrorCode> = new Set(["internal", "unavailable"]);

/** What the form says as a whole; where nobody could foresee it, a request id helps whoever is asked about it. */
export function FaultCallout({ state }: { state: Failed }) {
  if (!unexpected.has(state.code))
    return (
      <Callout tone="danger">
        {state.message}
        {state.code === "forbidden" && state.permission && (
          <>
            {" "}
            <TextLink href={`/access?permission=${state.permission}`} target="_blank">
              {state.reason === "all_branches_needed" ? "Why" : "Why, and ask for it"}
              <span className="sr-only"> (opens a new tab)</span>
            </TextLink>
          </>
        )}
      </Callout>
    );
  return (
    <Callout tone="danger" title={state.message}>
      <span className="flex flex-wrap items-center gap-x-1 text-muted text-xs">
        Nothing was saved. Request <CopyText value={state.requestId} label="Copy request id" />
      </span>
    </Callout>
  );
}
