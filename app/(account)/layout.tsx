import type { ReactNode } from "react";
import { ProofProvider } from "@/components/form/proof-kind";
import { StepUp } from "@/components/form/step-up";
import { inboxNotices } from "@/components/notices/inbox-notices";
import { accountNav } from "@/components/shell/account-nav";
import { AccountShell } from "@/components/shell/account-shell";
import { Live } from "@/components/shell/live";
import { shellInvitation, shellLinks, shellOrganization } from "@/components/shell/shell-links";
import { TermsDue } from "@/components/terms/terms-due";
import { signOutAction } from "@/lib/accounts/actions";
import { env } from "@/lib/env";
import { confirmHereAction } from "@/lib/factors/actions";
import { rootLink } from "@/lib/hosts";
import { markMyNoticesReadAction } from "@/lib/notices/actions";
import { bellState } from "@/lib/notices/rules";
import { accountShell, narrowSidebar } from "@/lib/shell/page";

/** What stands around the pages of an account. It checks nothing: each page opens its own door. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { me, organizations, invitations, unread, notices } = await accountShell();
  const { rootUrl } = env();
  const allUnread = unread.reduce((sum, place) => sum + (place.unread ?? 0), 0);
  return (
    <AccountShell
      user={me}
      organizations={organizations.map((mine) => shellOrganization(rootUrl, mine))}
      invitations={invitations.map((each) => shellInvitation(rootUrl, each))}
      nav={accountNav}
      notices={inboxNotices(notices, organizations, rootUrl)}
      unread={allUnread}
      links={shellLinks(rootUrl, rootLink(rootUrl, "/notifications"))}
      markNoticesRead={markMyNoticesReadAction}
      narrow={await narrowSidebar()}
      signOut={signOutAction}
      timeZone={me.timeZone}
    >
      <Live address="/live" state={bellState(notices[0], allUnread)} />
      <ProofProvider kind={me.proof}>
        <StepUp confirm={confirmHereAction} />
        {me.terms !== null && <TermsDue href="/terms" />}
        {children}
      </ProofProvider>
    </AccountShell>
  );
}
