"use client";

import { type ReactNode, startTransition } from "react";
import type { FormAction } from "@/components/shell/types";
import { MenuItem } from "@/components/ui/menu";

export function SignOutItem({ action, icon }: { action: FormAction; icon: ReactNode }) {
  return (
    <MenuItem icon={icon} onSelect={() => startTransition(() => action(new FormData()))}>
      Sign out
    </MenuItem>
  );
}
