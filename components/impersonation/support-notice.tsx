import { StopSupport } from "@/components/impersonation/stop-button";
import { Callout } from "@/components/ui/callout";
import type { SupportSession } from "@/lib/impersonation/schema";

type Props = { sessions: SupportSession[]; organizationId: string; mayEnd: boolean };

/** Tells the organization that somebody of the platform is inside, as whom, why and for how long. */
export function SupportNotice({ sessions, organizationId, mayEnd }: Props) {
  return sessions.map(({ id, member, support, reason, raise_reason, raised, expires_at }) => (
    <Callout
      key={id}
      tone="warning"
      className="mb-5"
      title={`Berth support is signed in as ${member}, ${raised ? "and may change records" : "read only"}, ${minutesLeft(expires_at)}`}
      actions={mayEnd && <StopSupport id={id} label="End it" name={member} organizationId={organizationId} />}
    >
      {support}: “{raise_reason ?? reason}”. Everything is in your audit trail with both names.
    </Callout>
  ));
}

function minutesLeft(until: Date): string {
  const minutes = Math.max(1, Math.round((until.getTime() - Date.now()) / 60_000));
  return minutes === 1 ? "1 minute left" : `${minutes} minutes left`;
}
