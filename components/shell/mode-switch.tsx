"use client";

import { FlaskConical } from "lucide-react";
import { SwitchMode } from "@/components/shell/switch-mode";
import { classNames } from "@/components/ui/class-names";
import { useTestMode } from "@/components/ui/test-mode";

/** At the sidebar's foot: off, the records are live ones. */
export function ModeSwitch({ collapsed = false }: { collapsed?: boolean }) {
  const test = useTestMode();
  return (
    <SwitchMode to={!test} className="border-t p-2">
      <button
        type="submit"
        role="switch"
        aria-checked={test}
        aria-label="Test data"
        title={collapsed ? "Test data" : undefined}
        className={classNames(
          "flex h-8 w-full items-center gap-2.5 rounded-control px-2 text-left -outline-offset-2 hover:bg-hover touch:h-11",
          collapsed && "justify-center",
          test ? "stripes font-medium text-warning" : "text-muted hover:text-text",
        )}
      >
        <FlaskConical aria-hidden="true" className="size-4 shrink-0" />
        {!collapsed && (
          <>
            <span className="min-w-0 flex-1 truncate">Test data</span>
            <span
              aria-hidden="true"
              className={classNames(
                "inline-flex h-4 w-7 shrink-0 items-center rounded-full border px-0.5",
                test ? "justify-end border-warning bg-warning" : "border-control bg-control",
              )}
            >
              <span className="size-2.5 rounded-full bg-surface" />
            </span>
          </>
        )}
      </button>
    </SwitchMode>
  );
}
