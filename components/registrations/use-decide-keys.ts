import { useEffect, useRef } from "react";
import type { Act } from "@/components/registrations/decide-dialog";

const busy =
  "input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], [role=alertdialog], [role=menu]";

/** A approves and R rejects what is selected, else the row in focus, else the open request. */
export function useDecideKeys(enabled: boolean, decide: (act: Act, focused: string | undefined) => boolean) {
  const latest = useRef(decide);
  latest.current = decide;
  useEffect(() => {
    if (!enabled) return;
    function onKeyDown(event: KeyboardEvent) {
      const act = event.key === "a" ? "approve" : event.key === "r" ? "reject" : undefined;
      if (!act || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(busy)) return;
      const row = document.activeElement?.closest<HTMLElement>("tr[data-row]");
      if (latest.current(act, row?.dataset.row)) event.preventDefault();
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [enabled]);
}
