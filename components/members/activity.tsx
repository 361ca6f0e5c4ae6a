import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Timeline } from "@/components/ui/timeline";
import { actorParts } from "@/lib/audit/words";
import type { Activity } from "@/lib/members/schema";

const words: Record<string, string> = {
  "members.set_role": "Role changed",
  "members.set_flags": "Flags changed",
  "members.suspend": "Suspended",
  "members.restore": "Restored",
  "members.remove": "Removed",
  "invitations.create": "Invited somebody",
  "invitations.create_code": "Made an invitation code",
  "invitations.resend": "Resent an invitation",
  "invitations.revoke": "Revoked an invitation",
  "invitations.accept": "Joined by invitation",
  "invitations.accept_mine": "Joined by invitation",
  "invitations.accept_with_account": "Joined by invitation",
  "invitation.accept": "Joined by invitation",
  "session.open": "Opened the organization",
};

export function MemberActivity({ entries, timeZone }: { entries: Activity[]; timeZone: string }) {
  if (entries.length === 0) return <EmptyState icon="audit" title="Nothing yet" className="py-6" />;
  return (
    <Timeline
      items={entries.map((entry) => ({
        id: entry.id,
        title: (entry.action !== "refused" && words[entry.operation]) || entry.title,
        body: entry.byMember ? undefined : `By ${actorParts(entry.actorLabel ?? "Berth").name}`,
        time: <RelativeTime value={entry.at} timeZone={timeZone} />,
        tone: entry.action === "refused" ? "warning" : "neutral",
      }))}
    />
  );
}
