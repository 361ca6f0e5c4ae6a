"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

/** Where the list of pages stands: it closes over the page that was chosen, and shows which one is open. */
export function PagesMenu({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const path = usePathname();
  const shown = useRef(path);
  useEffect(() => {
    const menu = place.current?.querySelector<HTMLInputElement>("input[type=checkbox]");
    if (menu && shown.current !== path) menu.checked = false;
    shown.current = path;
    const open = place.current?.querySelector("nav [aria-current=page]");
    if (open) bringUp(open);
  }, [path]);
  return (
    <div ref={place} className="mx-auto w-full max-w-360 flex-1 lg:flex">
      {children}
    </div>
  );
}

/** Within the list alone: the page beside it stays where its address leads. */
function bringUp(link: Element): void {
  const list = link.closest("nav");
  if (!list) return;
  const [frame, place] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
  if (place.top < frame.top || place.bottom > frame.bottom)
    list.scrollTop += place.top - frame.top - (frame.height - place.height) / 2;
}
