"use client";

import type { ReactNode } from "react";
import { BranchMemory, type KnownBranch } from "@/components/branches/branch-memory";
import { BranchSwitch } from "@/components/branches/branch-switch";
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
  branches?: KnownBranch[];
  chosenBranch?: KnownBranch | null;
  ofSomeBranches?: boolean;
  times?: TimeStyle;
  children: ReactNode;
};

export function OrganizationShell({
  organization,
  impersonation,
  testMode = false,
  branches = [],
  chosenBranch = null,
  ofSomeBranches = false,
  times,
  children,
  ...base
}: OrganizationShellProps) {
  return (
    <TimeStyleProvider style={times}>
      <BranchMemory branches={branches} limited={ofSomeBranches} chosen={chosenBranch} organizationId={organization.id}>
        <Frame
          {...base}
          tools={<BranchSwitch />}
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
      </BranchMemory>
    </TimeStyleProvider>
  );
}
