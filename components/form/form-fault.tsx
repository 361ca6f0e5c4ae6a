import { Callout } from "@/components/ui/callout";
import { CopyText } from "@/components/ui/copy-text";
import type { ActionState } from "@/lib/errors";

type Failed = Extract<ActionState, { status: "failed" }>;

/** What the form says as a whole; its request id helps whoever is asked about it. */
export function FormFault({ state }: { state: Failed }) {
  return (
    <Callout tone="danger" title={state.message}>
      <span className="flex flex-wrap items-center gap-x-1 text-muted text-xs">
        Nothing was saved. Request <CopyText value={state.requestId} label="Copy request id" />
      </span>
    </Callout>
  );
}
