"use client";

import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import type {
  SearchRecords,
  ShellCommand,
  ShellLinks,
  ShellNavItem,
  ShellOrganization,
} from "@/components/shell/types";
import { Kbd } from "@/components/ui/kbd";
import { partOf, usePart, warm } from "@/components/ui/part";

const part = partOf(() => import("@/components/shell/palette-dialog"));

export type CommandPaletteProps = {
  nav: ShellNavItem[];
  commands?: ShellCommand[];
  organizations: ShellOrganization[];
  links: ShellLinks;
  search?: SearchRecords;
  /** Kept apart, so that one organization's recent pages do not show in another. */
  memory: string;
};

/** The button and the key of the palette. */
export function CommandPalette(props: CommandPaletteProps) {
  const [open, setOpen] = useState(false);
  const [ever, setEver] = useState(false);
  const parts = usePart(part, ever);

  function change(next: boolean) {
    setOpen(next);
    setEver(true);
  }

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((shown) => !shown);
      setEver(true);
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={() => warm(part)}
        onFocus={() => warm(part)}
        onClick={() => change(true)}
        aria-label="Search and commands"
        className="flex h-9 items-center gap-2 rounded-control text-muted hover:bg-hover max-sm:w-9 max-sm:justify-center sm:w-60 sm:border sm:bg-surface sm:px-2.5 touch:h-11 max-sm:touch:w-11"
      >
        <Search aria-hidden="true" className="size-4 shrink-0" />
        <span className="flex-1 text-left text-table max-sm:hidden">Search or jump to</span>
        <Kbd className="max-sm:hidden">Ctrl K</Kbd>
      </button>
      {parts && <parts.PaletteDialog {...props} open={open} onOpenChange={change} />}
    </>
  );
}
