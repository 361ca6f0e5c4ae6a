"use client";

import { type RefObject, useEffect, useRef } from "react";

type TableKeys = {
  body: RefObject<HTMLTableSectionElement | null>;
  onToggle: (rowId: string) => void;
  onHelp: () => void;
  onEscape: () => void;
  /** What stands open beside the list goes along with the row. */
  onMove?: ((rowId: string) => void) | undefined;
};

const busy =
  "input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], [role=alertdialog], [role=menu]";

/** J and K move from the row in focus, else from the one that stands open; X selects, Enter opens, / searches, ? explains; all silent while somebody types. */
export function useTableKeys(keys: TableKeys) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(busy)) return;
      if (act(event.key, latest.current)) event.preventDefault();
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}

function act(key: string, { body, onToggle, onHelp, onEscape, onMove }: TableKeys): boolean {
  const rows = [...(body.current?.rows ?? [])];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[here];
  const from = row ? here : rows.findIndex(({ dataset }) => dataset.open !== undefined);
  switch (key) {
    case "j":
      return focusRow(rows[from + 1] ?? rows[from], onMove);
    case "k":
      return focusRow(rows[Math.max(0, from - 1)], onMove);
    case "x":
      if (row?.dataset.row) onToggle(row.dataset.row);
      return row !== undefined;
    case "Enter":
      if (!row || document.activeElement !== row) return false;
      row.querySelector<HTMLAnchorElement>("[data-row-link]")?.click();
      return true;
    case "/":
      return focusSearch();
    case "?":
      onHelp();
      return true;
    case "Escape":
      onEscape();
      return false;
    default:
      return false;
  }
}

function focusRow(row: HTMLTableRowElement | undefined, onMove: TableKeys["onMove"]): boolean {
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
  if (row?.dataset.row) onMove?.(row.dataset.row);
  return row !== undefined;
}

function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>("[data-table-search]");
  search?.focus();
  search?.select();
  return search !== null;
}
