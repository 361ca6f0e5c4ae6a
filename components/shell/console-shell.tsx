"use client";

import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import type { ShellBase } from "@/components/shell/types";
import { Badge } from "@/components/ui/badge";
import { LogoMark } from "@/components/ui/logo";

export type ConsoleShellProps = ShellBase & { children: ReactNode };

const amber = "oklch(0.77 0.16 75)";

/** An amber frame on all sides: nobody takes the platform's console for an organization. */
export function ConsoleShell({ children, ...base }: ConsoleShellProps) {
  return (
    <Frame
      {...base}
      brand={amber}
      place="Platform console"
      memory={`console.${base.user.id}`}
      titledNav={false}
      className="border-brand border-x-4 border-b-4"
      badge={<Badge tone="warning">Every look is logged</Badge>}
      head={(collapsed) => (
        <span className="flex items-center gap-2.5 px-1.5 font-semibold">
          <LogoMark className="size-6" />
          {!collapsed && "Platform console"}
        </span>
      )}
    >
      {children}
    </Frame>
  );
}
