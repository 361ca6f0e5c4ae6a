"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { pagePath } from "@/components/ui/page-path";

export type Tab = { href: string; label: string; count?: number };

/** Tabs are links: each has an address of its own. `current` names an href where the address alone cannot tell. */
export function Tabs({ tabs, label, current }: { tabs: Tab[]; label: string; current?: string }) {
  const path = pagePath(usePathname());
  const query = useSearchParams();
  const active = current ?? tabs.find((tab) => matches(tab.href, path, query))?.href;
  const here = useRef<HTMLLIElement>(null);
  // Where the tabs are wider than the screen, the open one is in view.
  useEffect(() => {
    if (active) here.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);
  return (
    <nav aria-label={label} className="mb-5 overflow-x-auto border-b">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.href} ref={tab.href === active ? here : undefined}>
            <Link
              href={tab.href}
              aria-current={tab.href === active ? "page" : undefined}
              className={classNames(
                "-mb-px flex h-10 items-center gap-2 whitespace-nowrap border-b-2 px-2.5 -outline-offset-2 touch:h-11",
                tab.href === active
                  ? "border-accent font-medium text-text"
                  : "border-transparent text-muted hover:border-control hover:text-text",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="rounded-full bg-hover px-1.5 text-text text-xs leading-4.5 tabular-nums">
                  {tab.count.toLocaleString("en")}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function matches(href: string, path: string, query: URLSearchParams): boolean {
  const [target, search] = href.split("?");
  if (target !== path) return false;
  return [...new URLSearchParams(search)].every(([key, value]) => query.get(key) === value);
}
