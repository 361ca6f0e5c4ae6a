"use client";

import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { Switcher } from "@/components/shell/switcher";
import type { ShellBase } from "@/components/shell/types";

export type AccountShellProps = ShellBase & { children: ReactNode };

export function AccountShell({ children, ...base }: AccountShellProps) {
  return (
    <Frame
      {...base}
      place="Your account"
      memory={`account.${base.user.id}`}
      titledNav={false}
      head={(collapsed) => <Switcher {...base} nav={[]} collapsed={collapsed} />}
    >
      {children}
    </Frame>
  );
}
