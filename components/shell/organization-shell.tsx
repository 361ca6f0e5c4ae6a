"use client";

import type { ReactNode } from "react";
import { BranchMemory, type KnownBranch } from "@/components/branches/branch-memory";
import { BranchSwitch } from "@/components/branches/branch-switch";
import { Frame } from "@/components/shell/frame";
import { ImpersonationBanner } from "@/components/shell/impersonation-banner";
import { ModeSwitch } from "@/components/shell/mode-switch";
import { searchRecords } from "@/components/shell/search-records";
import { Switcher } from "@/components/shell/switcher";
import { TestBanner, testBannerHeight } from "@/components/shell/test-banner";
import type { Impersonation, ShellBase, ShellOrganization } from "@/components/shell/types";
import { Badge } from "@/components/ui/badge";
import { ModeProvider } from "@/components/ui/test-mode";
import { type TimeStyle, TimeStyleProvider } from "@/components/ui/time-style";

/** The banner's height is fixed, since what sticks below it stands at `--banner`. */
const bannerHeight = "[--banner:5.75rem] sm:[--banner:3rem]";

export type OrganizationShellProps = ShellBase & {
  organization: ShellOrganization;
  impersonation?: Impersonation | undefined;
  testMode?: boolean;
  /** There are records that this person sees, so that modes mean something to them. */
  seesRecords?: boolean;
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
  seesRecords = false,
  branches = [],
  chosenBranch = null,
  ofSomeBranches = false,
  times,
  children,
  ...base
}: OrganizationShellProps) {
  return (
    <TimeStyleProvider style={times}>
      <ModeProvider test={testMode}>
        <BranchMemory
          branches={branches}
          limited={ofSomeBranches}
          chosen={chosenBranch}
          organizationId={organization.id}
        >
          <Frame
            {...base}
            tools={<BranchSwitch />}
            brand={organization.brand}
            place={organization.name}
            search={searchRecords}
            memory={`${organization.id}.${base.user.id}`}
            className={
              impersonation
                ? `border-danger-solid border-x-4 border-b-4 ${bannerHeight}`
                : testMode
                  ? testBannerHeight
                  : undefined
            }
            banner={impersonation ? <ImpersonationBanner {...impersonation} /> : testMode && <TestBanner />}
            badge={testMode && impersonation && <Badge className="stripes text-warning">Test data</Badge>}
            foot={(collapsed) => (seesRecords || testMode) && <ModeSwitch collapsed={collapsed} />}
            head={(collapsed) => <Switcher {...base} collapsed={collapsed} />}
          >
            {children}
          </Frame>
        </BranchMemory>
      </ModeProvider>
    </TimeStyleProvider>
  );
}
