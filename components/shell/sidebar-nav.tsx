"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { useAwaitPage } from "@/components/shell/pending-page";
import { currentItem } from "@/components/shell/section";
import type { NavGroup, ShellNavItem } from "@/components/shell/types";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { pagePath } from "@/components/ui/page-path";

const groups: NavGroup[] = ["Work", "People", "Developers", "Organization"];

type SidebarNavProps = {
  nav: ShellNavItem[];
  label: string;
  collapsed?: boolean;
  titled?: boolean;
  onNavigate?: () => void;
};

export function SidebarNav({ nav, label, collapsed = false, titled = true, onNavigate }: SidebarNavProps) {
  const active = currentItem(nav, pagePath(usePathname()));
  const list = useRef<HTMLElement>(null);
  // Where the screen is lower than the list, the open page is in view.
  useEffect(() => {
    if (active) list.current?.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <nav ref={list} aria-label={label} className="flex-1 space-y-5 overflow-y-auto px-2 py-3">
      {groups
        .map((group) => ({ group, items: nav.filter((item) => item.group === group) }))
        .filter(({ items }) => items.length > 0)
        .map(({ group, items }) => (
          <div key={group}>
            {titled && !collapsed && <p className="mb-1 px-2 font-medium text-muted text-xs">{group}</p>}
            {titled && collapsed && <hr className="mx-2 mb-2 border-t" />}
            <ul className="space-y-px">
              {items.map((item) => (
                <li key={item.href}>
                  <NavLink item={item} active={item === active} collapsed={collapsed} onNavigate={onNavigate} />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </nav>
  );
}

type NavLinkProps = { item: ShellNavItem; active: boolean; collapsed: boolean; onNavigate: (() => void) | undefined };

function NavLink({ item, active, collapsed, onNavigate }: NavLinkProps) {
  const waiting = item.count ?? 0;
  const awaitPage = useAwaitPage();
  return (
    <Link
      href={item.href}
      onClick={(event) => {
        awaitPage(event, item);
        onNavigate?.();
      }}
      aria-current={active ? "page" : undefined}
      title={collapsed ? item.label : item.lacking !== undefined ? lackingText(item.lacking) : undefined}
      className={classNames(
        "relative flex h-8 items-center gap-2.5 rounded-control px-2 -outline-offset-2 touch:h-11",
        collapsed && "justify-center",
        active ? "bg-hover font-medium text-text" : "text-muted hover:bg-hover hover:text-text",
      )}
    >
      {active && <span aria-hidden="true" className="absolute inset-y-1.5 -left-2 w-0.75 rounded-r-full bg-brand" />}
      <Icon name={item.icon} className="size-4 shrink-0" />
      <span className={collapsed ? "sr-only" : "min-w-0 flex-1 truncate"}>{item.label}</span>
      {item.lacking !== undefined && !collapsed && (
        <span className="shrink-0 rounded-full border px-1.5 text-[11px] text-muted leading-4">
          <span className="sr-only">Not in your plan: </span>
          {item.lacking ?? "Off"}
        </span>
      )}
      {waiting > 0 && (
        <span
          className={classNames(
            "rounded-full bg-accent-soft px-1.5 font-medium text-accent text-xs leading-4.5 tabular-nums",
            collapsed && "absolute -top-0.5 right-0 px-1 text-[10px] leading-3.5",
          )}
        >
          {waiting}
          <span className="sr-only"> waiting</span>
        </span>
      )}
    </Link>
  );
}

function lackingText(plan: string | null): string {
  return plan === null ? "Switched off for your organization" : `Not in your plan. ${plan} includes it.`;
}
