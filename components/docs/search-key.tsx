"use client";

import { useEffect, useRef } from "react";
import { Kbd } from "@/components/ui/kbd";

/** `/` leads to the search, as in every list. */
export function SearchKey() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      event.preventDefault();
      mark.current?.closest("form")?.querySelector("input")?.focus();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <span ref={mark} aria-hidden="true" className="pointer-events-none absolute top-1.5 right-2 max-sm:hidden">
      <Kbd>/</Kbd>
    </span>
  );
}
