"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

/** Where the list of pages stands: it closes over the page that was chosen, and shows which one is open. */
export function PagesMenu({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that is opened
  useEffect(() => {
    const menu = place.current?.querySelector<HTMLInputElement>("input[type=checkbox]");
    if (menu) menu.checked = false;
    place.current?.querySelector("nav [aria-current=page]")?.scrollIntoView({ block: "nearest" });
  }, [path]);
  return (
    <div ref={place} className="mx-auto w-full max-w-360 flex-1 lg:flex">
      {children}
    </div>
  );
}
