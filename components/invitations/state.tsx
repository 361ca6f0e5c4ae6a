import { StatusDot } from "@/components/ui/status-dot";
import type { InvitationView } from "@/lib/invitations/schema";

const states = {
  sent: { tone: "info", label: "Sent" },
  opened: { tone: "accent", label: "Opened" },
  accepted: { tone: "positive", label: "Accepted" },
  revoked: { tone: "danger", label: "Revoked" },
  expired: { tone: "neutral", label: "Expired" },
} as const;

export function InvitationState({ invitation }: { invitation: InvitationView }) {
  const { state, kind } = invitation;
  return state === "sent" && kind === "code" ? (
    <StatusDot tone="info" label="Made" />
  ) : (
    <StatusDot {...states[state]} />
  );
}

/** Who ended it, and how. */
export function InvitationEnd({ invitation }: { invitation: InvitationView }) {
  const { state, acceptedByName, revokedByName } = invitation;
  if (state === "accepted") return <>{acceptedByName}</>;
  if (state === "revoked") return <>{revokedByName ?? "Berth"}</>;
  return <span className="text-muted">Nobody</span>;
}
