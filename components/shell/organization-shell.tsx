"use client";

import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { bannerHeight, ImpersonationBanner } from "@/components/shell/impersonation-banner";
import { searchRecords } from "@/components/shell/search-records";
import { Switcher } from "@/components/shell/switcher";
import type { Impersonation, ShellBase, ShellOrganization } from "@/components/shell/types";
import { Badge } from "@/components/ui/badge";
import { type TimeStyle, TimeStyleProvider } from "@/components/ui/time-style";
import { brandValue } from "@/lib/colour";

export type OrganizationShellProps = ShellBase & {
  organization: ShellOrganization;
  impersonation?: Impersonation | undefined;
  testMode?: boolean;
  times?: TimeStyle;
  children: ReactNode;
};

export function OrganizationShell({
  organization,
  impersonation,
  testMode = false,
  times,
  children,
  ...base
}: OrganizationShellProps) {
  return (
    <TimeStyleProvider style={times}>
      <Frame
        {...base}
        brand={organization.accent && brandValue(organization.accent)}
        place={organization.name}
        search={searchRecords}
        memory={`${organization.id}.${base.user.id}`}
        className={impersonation ? `border-danger-solid border-x-4 border-b-4 ${bannerHeight}` : undefined}
        banner={impersonation && <ImpersonationBanner {...impersonation} />}
        badge={testMode && <Badge className="stripes text-warning">Test mode</Badge>}
        head={(collapsed) => <Switcher {...base} collapsed={collapsed} />}
      >
        {children}
      </Frame>
    </TimeStyleProvider>
  );
}
