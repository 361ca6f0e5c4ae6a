"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type {
  SearchRecords,
  ShellCommand,
  ShellLinks,
  ShellNavItem,
  ShellOrganization,
} from "@/components/shell/types";
import { Kbd } from "@/components/ui/kbd";
import { partOf, usePart, warm } from "@/components/ui/part";
import { Spinner } from "@/components/ui/spinner";

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
  const [query, setQuery] = useState("");
  const [listens, setListens] = useState(false);
  const parts = usePart(part, ever);
  useEarlyLetters(open && !listens, setQuery, () => change(false));

  function change(next: boolean) {
    setOpen(next);
    setEver(true);
    setQuery("");
    setListens(false);
  }

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((shown) => !shown);
      setEver(true);
      setQuery("");
      setListens(false);
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
        {open && !parts ? <Spinner /> : <Search aria-hidden="true" className="size-4 shrink-0" />}
        <span className="flex-1 truncate text-left text-table max-sm:hidden">
          {(open && !parts && query) || "Search or jump to"}
        </span>
        <Kbd className="max-sm:hidden">Ctrl K</Kbd>
      </button>
      {parts && (
        <parts.PaletteDialog
          {...props}
          open={open}
          onOpenChange={change}
          query={query}
          onQuery={setQuery}
          onListens={() => setListens(true)}
        />
      )}
    </>
  );
}

/** What is typed between the key that opens the palette and the moment when its field has the focus belongs to that field. */
function useEarlyLetters(waiting: boolean, setQuery: (change: (query: string) => string) => void, close: () => void) {
  const ended = useRef(close);
  ended.current = close;
  useEffect(() => {
    if (!waiting) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === "Escape") ended.current();
      else if (event.key === "Backspace") setQuery((query) => query.slice(0, -1));
      else if ([...event.key].length === 1) setQuery((query) => query + event.key);
      else if (event.key !== "Enter") return;
      event.preventDefault();
      event.stopPropagation();
    }
    addEventListener("keydown", onKeyDown, true);
    return () => removeEventListener("keydown", onKeyDown, true);
  }, [waiting, setQuery]);
}
