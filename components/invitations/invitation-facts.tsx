import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import type { InvitationPreview } from "@/lib/invitations/schema";

type Facts = Pick<InvitationPreview, "inviter" | "role" | "note" | "expiresAt"> & {
  email?: string | null;
  branches?: string[];
};

export function InvitationFacts({ invitation }: { invitation: Facts }) {
  return (
    <div className="mb-6">
      <DescriptionList
        items={[
          { label: "Invited by", value: invitation.inviter ?? "Berth" },
          { label: "Your role", value: invitation.role },
          ...(invitation.branches?.length ? [{ label: "Your branches", value: invitation.branches.join(", ") }] : []),
          ...(invitation.email ? [{ label: "For", value: invitation.email }] : []),
          { label: "Ends", value: <RelativeTime value={invitation.expiresAt} /> },
        ]}
      />
      {invitation.note && (
        <blockquote className="mt-4 border-l-2 pl-3 whitespace-pre-wrap break-words text-muted">
          {invitation.note}
        </blockquote>
      )}
    </div>
  );
}
