import type { Metadata } from "next";
import type { ReactNode } from "react";
import { FactorDue } from "@/components/factors/factor-due";
import { ProofProvider } from "@/components/form/proof-kind";
import { StepUp } from "@/components/form/step-up";
import { shellNotices } from "@/components/notices/shell-notices";
import { BareShell } from "@/components/shell/bare-shell";
import { Live } from "@/components/shell/live";
import { organizationCommands, organizationNav, type Place } from "@/components/shell/organization-nav";
import { OrganizationShell } from "@/components/shell/organization-shell";
import { shellInvitation, shellLinks, shellOrganization } from "@/components/shell/shell-links";
import { TermsDue } from "@/components/terms/terms-due";
import type { IconName } from "@/components/ui/icon";
import { trustedRequest } from "@/lib/access/trusted-request";
import { signOutAction } from "@/lib/accounts/actions";
import { chosenBranch } from "@/lib/branches/remembered";
import { env } from "@/lib/env";
import { confirmHereAction } from "@/lib/factors/actions";
import { rootLink } from "@/lib/hosts";
import { stopImpersonationAction } from "@/lib/impersonation/actions";
import { markAllNoticesReadAction } from "@/lib/notices/actions";
import { bellState } from "@/lib/notices/rules";
import { asTitle } from "@/lib/resource/words";
import { resources } from "@/lib/resources";
import { narrowSidebar, shellUnlessKeptOut } from "@/lib/shell/page";

const shownLines = 8;

const records = resources.map(
  ({ name, path, words, icon, group, permissions }): Place => ({
    href: path,
    label: asTitle(words.many),
    icon: icon as IconName, // a declaration names one of them
    group,
    needs: permissions.view,
    ...(name === "branches" && { feature: "branches" as const }),
  }),
);

const recordViews = [
  "shipments.view" as const,
  ...resources.filter((each) => !each.inBothModes).map((each) => each.permissions.view),
];

type LayoutProps = { params: Promise<{ organization: string }>; children: ReactNode };

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const shell = await shellUnlessKeptOut((await params).organization);
  const name = shell?.organization.name ?? "Berth";
  return { title: { default: name, template: `%s · ${name}` } };
}

/** What stands around every page of an organization. It checks nothing: each page opens its own door. */
export default async function OrganizationLayout({ params, children }: LayoutProps) {
  const shell = await shellUnlessKeptOut((await params).organization);
  if (!shell) return <BareShell signOut={signOutAction}>{children}</BareShell>;
  const { rootUrl } = env();
  const organizations = shell.organizations.map((mine) => shellOrganization(rootUrl, mine, shell.organization.id));
  const current = organizations.find((mine) => mine.current);
  if (!current) return children;
  const { info } = await trustedRequest();
  return (
    <OrganizationShell
      organization={current}
      testMode={info.test === true}
      seesRecords={recordViews.some((permission) => shell.permissions.includes(permission))}
      organizations={organizations}
      invitations={shell.invitations.map((each) => shellInvitation(rootUrl, each))}
      user={shell.me}
      impersonation={
        shell.support
          ? {
              name: shell.support.name,
              organization: shell.support.organization,
              organizationId: shell.organization.id,
              raised: shell.support.raised,
              secondsLeft: shell.support.seconds_left,
              proof: shell.support.proof,
              stop: stopImpersonationAction,
            }
          : undefined
      }
      branches={shell.branches}
      ofSomeBranches={shell.ofSomeBranches}
      chosenBranch={await chosenBranch(shell.organization.slug)}
      nav={organizationNav(shell.permissions, { waiting: shell.waiting, records, plan: shell.plan })}
      commands={organizationCommands(shell.permissions)}
      notices={shellNotices(shell.notices, {
        organizationId: shell.organization.id,
        role: shell.organization.newMembersRole,
      }).slice(0, shownLines)}
      unread={shell.unread}
      links={{
        ...shellLinks(rootUrl, "/notifications"),
        ...(shell.permissions.includes("settings.view") ? { manage: "/settings" } : {}),
      }}
      narrow={await narrowSidebar()}
      signOut={signOutAction}
      markNoticesRead={markAllNoticesReadAction.bind(null, shell.organization.id)}
      timeZone={shell.organization.timeZone}
      times={{ dates: shell.organization.date_format, clock: shell.organization.clock }}
    >
      <Live address="/live" state={bellState(shell.notices[0], shell.unread)} />
      <ProofProvider kind={shell.me.proof}>
        <StepUp confirm={confirmHereAction} />
        {shell.me.terms !== null && <TermsDue href={rootLink(rootUrl, "/terms")} />}
        {shell.me.factorFrom && (
          <FactorDue
            until={shell.me.factorFrom}
            href={rootLink(rootUrl, `/account/security/authenticator?organization=${shell.organization.slug}&to=/`)}
            timeZone={shell.organization.timeZone}
          />
        )}
        {children}
      </ProofProvider>
    </OrganizationShell>
  );
}
