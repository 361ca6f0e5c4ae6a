"use client";

import { send } from "@/components/form/send";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { toast } from "@/components/ui/toast";
import { setAuditRetentionAction } from "@/lib/audit/actions";
import { type Retention, retentionWords } from "@/lib/audit/retention-schema";

type RetentionWaitsProps = { retention: Retention; organizationId: string; timeZone: string; mayChange: boolean };

/** A shorter time that waits, with the way to take it back. */
export function RetentionWaits({ retention, organizationId, timeZone, mayChange }: RetentionWaitsProps) {
  const { days, next, next_from: from } = retention;
  if (next === null || from === null) return null;
  return (
    <Callout
      tone="warning"
      className="mb-5"
      title={
        <>
          From <DateTime value={from} timeZone={timeZone} withTime={false} /> on the trail is {retentionWords(next)}{" "}
          only
        </>
      }
      actions={
        mayChange && (
          <Button
            size="sm"
            onClick={async () => {
              const state = await send(setAuditRetentionAction, {
                organization: organizationId,
                days: days === null ? "" : String(days),
              });
              if (state.status === "failed") toast.failed(state.message);
            }}
          >
            Take it back
          </Button>
        )
      }
    >
      Older entries are deleted then and cannot be brought back.
    </Callout>
  );
}
