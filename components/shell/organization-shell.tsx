"use client";

import type { CSSProperties, ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { ImpersonationBanner } from "@/components/shell/impersonation-banner";
import { Switcher } from "@/components/shell/switcher";
import type { Impersonation, ShellBase, ShellOrganization } from "@/components/shell/types";
import { Badge } from "@/components/ui/badge";

export type OrganizationShellProps = ShellBase & {
  organization: ShellOrganization;
  impersonation?: Impersonation;
  testMode?: boolean;
  children: ReactNode;
};

export function OrganizationShell({
  organization,
  impersonation,
  testMode = false,
  children,
  ...base
}: OrganizationShellProps) {
  const brand: CSSProperties & { "--brand"?: string } = organization.accent ? { "--brand": organization.accent } : {};
  return (
    <div style={brand}>
      <Frame
        {...base}
        place={organization.name}
        memory={organization.id}
        className={impersonation ? "border-4 border-danger-solid" : undefined}
        banner={impersonation && <ImpersonationBanner {...impersonation} />}
        badge={testMode && <Badge className="stripes text-warning">Test mode</Badge>}
        head={(collapsed) => (
          <Switcher organizations={base.organizations} nav={base.nav} links={base.links} collapsed={collapsed} />
        )}
      >
        {children}
      </Frame>
    </div>
  );
}
