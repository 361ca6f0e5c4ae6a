"use client";

import { useEffect } from "react";
import type { ShellOrganization } from "@/components/shell/types";

/** Alt with a number opens that organization. Ctrl with a number belongs to the browser's tabs. */
export function useSwitchKeys(organizations: ShellOrganization[], section: string) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      if (!event.altKey || event.ctrlKey || event.metaKey || !digit) return;
      const target = organizations[Number(digit) - 1];
      if (!target || target.current) return;
      event.preventDefault();
      location.assign(target.href.replace(/\/$/, "") + section);
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [organizations, section]);
}
