import { ProviderButtons } from "@/components/identities/provider-buttons";
import { AcceptMine } from "@/components/invitations/accept-mine";
import { DeadInvitationPage } from "@/components/invitations/dead-invitation";
import { EnterCodeForm } from "@/components/invitations/enter-code-form";
import { InvitationFacts } from "@/components/invitations/invitation-facts";
import { JoinWays } from "@/components/invitations/join-ways";
import { PublicShell } from "@/components/shell/public-shell";
import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import { accountPage, publicPage } from "@/lib/access/page-door";
import { providerButtons } from "@/lib/identities/page";
import { readJoinSecret } from "@/lib/invitations/join-cookie";
import { explainDeadInvitation, listMyInvitations } from "@/lib/invitations/operations";
import { previewFor } from "@/lib/invitations/preview";
import { publicLookOf } from "@/lib/look/page";

export const metadata = { title: "Join", robots: { index: false } };

type Props = { searchParams: Promise<{ problem?: string | string[]; invitation?: string | string[] }> };

const problems: Record<string, string> = {
  unknown: "This invitation is no longer valid, or the code is not right. Ask for a new one.",
  limited: "Too many codes were tried from your network. Wait an hour and try again.",
};

export default async function JoinPage({ searchParams }: Props) {
  const door = await publicPage();
  const [secret, { problem, invitation: chosen }] = await Promise.all([readJoinSecret(), searchParams]);
  const mine = typeof chosen === "string" ? await myInvitation(chosen) : undefined;
  if (mine)
    return (
      <PublicShell
        title={`Join ${mine.organization}`}
        organization={{ name: mine.organization, slug: mine.slug }}
        footer={<TextLink href="/organizations">Not now</TextLink>}
      >
        <InvitationFacts invitation={mine} />
        <AcceptMine id={mine.id} organization={mine.organization} />
      </PublicShell>
    );
  const invitation = secret && !problem ? await previewFor(door, secret) : null;
  const look = invitation && (await publicLookOf(door, invitation.slug));
  if (invitation)
    return (
      <PublicShell
        title={invitation.roleKey === "owner" ? `Own ${invitation.organization}` : `Join ${invitation.organization}`}
        organization={look ?? { name: invitation.organization, slug: invitation.slug }}
      >
        <InvitationFacts invitation={invitation} />
        <JoinWays invitation={invitation} />
        {!invitation.me && <ProviderButtons providers={providerButtons()} to="/join" />}
      </PublicShell>
    );
  const dead = secret && !problem ? await door.run(explainDeadInvitation, { secret }) : null;
  if (dead) return <DeadInvitationPage invitation={dead} look={await publicLookOf(door, dead.slug)} />;
  const fault = problems[String(problem)] ?? (secret || chosen ? problems.unknown : undefined);
  return (
    <PublicShell
      title="Join an organization"
      description="Enter the code that somebody gave you. If you got a mail, open the link in it."
      footer={
        <>
          No code? <TextLink href="/request-access">Ask to join</TextLink>
        </>
      }
    >
      {fault && (
        <Callout tone="danger" className="mb-5">
          {fault}
        </Callout>
      )}
      <EnterCodeForm />
    </PublicShell>
  );
}

/** One of those to the acting person's own address, as the switcher names it. */
async function myInvitation(id: string) {
  const invitations = await (await accountPage()).run(listMyInvitations, {});
  return invitations.find((each) => each.id === id);
}
