"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { HiddenField } from "@/components/form/hidden-field";
import { pagePath } from "@/components/ui/page-path";
import { switchModeAction } from "@/lib/shell/mode-actions";

type SwitchModeProps = {
  to: boolean;
  /** What of the list's address still holds in the other mode, such as `?by=apk_…`. */
  query?: string;
  children: ReactNode;
  className?: string;
};

/** A form that goes on with test records, or with live ones; its button stands inside. Works before JavaScript. */
export function SwitchMode({ to, query = "", children, className }: SwitchModeProps) {
  const path = pagePath(usePathname());
  return (
    <form action={switchModeAction} className={className}>
      <HiddenField name="test" value={String(to)} />
      <HiddenField name="to" value={path + query} />
      {children}
    </form>
  );
}
