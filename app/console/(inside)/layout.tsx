import type { ReactNode } from "react";
import { StepUp } from "@/components/form/step-up";
import { ConsoleShell } from "@/components/shell/console-shell";
import { shellLinks } from "@/components/shell/shell-links";
import type { ShellNavItem } from "@/components/shell/types";
import { signOutAction } from "@/lib/accounts/actions";
import { consoleFacts } from "@/lib/console/page";
import { env } from "@/lib/env";
import { confirmHereAction } from "@/lib/factors/actions";
import { narrowSidebar } from "@/lib/shell/page";

/** What stands around the console's pages. It checks nothing: each page opens its own door. */
export default async function ConsoleInsideLayout({ children }: { children: ReactNode }) {
  const facts = await consoleFacts();
  const nav: ShellNavItem[] = [
    { href: "/console", label: "Overview", icon: "overview", group: "Work" },
    { href: "/console/organizations", label: "Organizations", icon: "organization", group: "Work" },
    { href: "/console/users", label: "People", icon: "member", group: "Work" },
    { href: "/console/support", label: "Support sessions", icon: "security", group: "Work" },
    { href: "/console/usage", label: "Usage", icon: "chart", group: "Organization" },
    { href: "/console/plans", label: "Plans", icon: "settings", group: "Organization" },
    { href: "/console/servers", label: "Servers", icon: "key", group: "Organization" },
    { href: "/console/terms", label: "Terms", icon: "document", group: "Organization" },
    { href: "/console/jobs", label: "Jobs", icon: "job", group: "Organization", count: facts.failed_jobs },
    { href: "/console/mail", label: "Mail", icon: "mail", group: "Organization", count: facts.failed_mails },
    { href: "/console/webhooks", label: "Dead letters", icon: "webhook", group: "Organization" },
    { href: "/console/audit", label: "Audit", icon: "audit", group: "Organization" },
  ];
  return (
    <ConsoleShell
      user={{ id: facts.id, name: facts.name, email: facts.email, superAdmin: true }}
      organizations={[]}
      nav={nav}
      notices={[]}
      unread={0}
      links={shellLinks(env().rootUrl, "/console/audit")}
      narrow={await narrowSidebar()}
      signOut={signOutAction}
    >
      <StepUp confirm={confirmHereAction} />
      {children}
    </ConsoleShell>
  );
}
