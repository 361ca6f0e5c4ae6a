import Link from "next/link";
import { PublicShell, type PublicShellProps } from "@/components/shell/public-shell";
import { buttonStyles } from "@/components/ui/button-styles";
import type { DeadInvitation } from "@/lib/invitations/schema";

const words: Record<DeadInvitation["state"], { title: string; text: string }> = {
  used: { title: "This invitation was used", text: "If it was you, sign in: the organization is in your list." },
  revoked: { title: "This invitation was taken back", text: "Whoever invited you can tell you why." },
  expired: { title: "This invitation has run out", text: "Invitations hold for 48 hours. Ask for a new one." },
};

type DeadInvitationPageProps = { invitation: DeadInvitation; look: PublicShellProps["organization"] | null };

/** Why a link opens nothing any more, for somebody who holds it, and what can be done instead. */
export function DeadInvitationPage({ invitation, look }: DeadInvitationPageProps) {
  const { organization, slug, inviter, state } = invitation;
  const { title, text } = words[state];
  return (
    <PublicShell
      title={title}
      description={`${inviter ? `${inviter} invited you` : "You were invited"} to join ${organization}. ${text}`}
      organization={look ?? { name: organization, slug }}
    >
      <div className="flex flex-wrap gap-2">
        {state === "used" ? (
          <Link href="/organizations" className={buttonStyles({ variant: "primary" })}>
            Your organizations
          </Link>
        ) : (
          <Link href={`/request-access?organization=${slug}`} className={buttonStyles({ variant: "primary" })}>
            Ask to join
          </Link>
        )}
        <Link href="/" className={buttonStyles({ variant: "secondary" })}>
          Start page
        </Link>
      </div>
    </PublicShell>
  );
}
