"use client";

import { FlaskConical } from "lucide-react";
import { SwitchMode } from "@/components/shell/switch-mode";
import { Button } from "@/components/ui/button";

/** Its height is fixed, since what sticks below it stands at `--banner`. */
export const testBannerHeight = "[--banner:2.75rem]";

/** On every page while test records are shown, so that nobody takes them for live ones. */
export function TestBanner() {
  return (
    <section
      aria-label="Test data"
      className="stripes sticky top-0 z-41 flex h-(--banner) items-center justify-between gap-3 overflow-hidden border-warning/40 border-b px-4 print:static"
    >
      <p className="flex min-w-0 items-center gap-2 rounded-control bg-warning-soft px-2 py-1 text-warning">
        <FlaskConical aria-hidden="true" className="size-4 shrink-0" />
        <strong className="shrink-0 font-semibold">Test data</strong>
        <span className="truncate max-sm:sr-only">Live records are out of sight. Nothing here is real.</span>
      </p>
      <SwitchMode to={false}>
        <Button type="submit" size="sm">
          Back to live
        </Button>
      </SwitchMode>
    </section>
  );
}
