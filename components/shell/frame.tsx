"use client";

import { Menu, PanelLeft } from "lucide-react";
import { usePathname } from "next/navigation";
import { type CSSProperties, type ReactNode, useState } from "react";
import { AccentLine } from "@/components/shell/accent-line";
import { CommandPalette } from "@/components/shell/command-palette";
import { NotificationBell } from "@/components/shell/notification-bell";
import { PageOrSkeleton, PendingPages } from "@/components/shell/pending-page";
import { currentItem } from "@/components/shell/section";
import { keepSidebar } from "@/components/shell/shared-cookie";
import { SidebarNav } from "@/components/shell/sidebar-nav";
import type { ShellBase } from "@/components/shell/types";
import { useSwitchKeys } from "@/components/shell/use-switch-keys";
import { UserMenu } from "@/components/shell/user-menu";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { pagePath } from "@/components/ui/page-path";
import { Sheet } from "@/components/ui/sheet";

type FrameProps = ShellBase & {
  /** What stands above the page's name in the top bar. */
  place: string;
  head: (collapsed: boolean) => ReactNode;
  banner?: ReactNode;
  badge?: ReactNode;
  /** Below the navigation. */
  foot?: (collapsed: boolean) => ReactNode;
  /** Between the page's name and the search. */
  tools?: ReactNode;
  titledNav?: boolean;
  className?: string;
  /** The colour of the line on top; a sheet stands outside the frame and needs it again. */
  brand?: string;
  memory: string;
  children: ReactNode;
};

/** Sidebar, top bar and content: the one arrangement of every signed-in page. */
export function Frame(props: FrameProps) {
  const { user, organizations, nav, notices, unread, links, signOut, place, head, children } = props;
  const brand: CSSProperties & { "--brand"?: string } = props.brand ? { "--brand": props.brand } : {};
  const [collapsed, setCollapsed] = useState(props.narrow);
  const [sheet, setSheet] = useState(false);
  const section = currentItem(nav, pagePath(usePathname()));
  useSwitchKeys(organizations, section?.href ?? "/");

  return (
    <PendingPages>
      <div style={brand} className={classNames("flex min-h-dvh flex-col", props.className)}>
        <a
          href="#content"
          className="sr-only rounded-control bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-60"
        >
          Skip to content
        </a>
        {props.banner}
        <AccentLine />
        <div className="flex flex-1">
          <aside
            className={classNames(
              "sticky top-[calc(3px+var(--banner,0px))] hidden h-[calc(100dvh-3px-var(--banner,0px))] shrink-0 flex-col border-r bg-background lg:flex print:hidden",
              collapsed ? "w-14" : "w-60",
            )}
          >
            <div className="flex h-14 items-center border-b px-2">{head(collapsed)}</div>
            <SidebarNav nav={nav} label={place} collapsed={collapsed} titled={props.titledNav} />
            {props.foot?.(collapsed)}
            <div className={classNames("flex border-t p-2", collapsed && "justify-center")}>
              <IconButton
                size="sm"
                label={collapsed ? "Widen the sidebar" : "Narrow the sidebar"}
                aria-pressed={collapsed}
                onClick={() => {
                  setCollapsed(!collapsed);
                  keepSidebar(!collapsed);
                }}
              >
                <PanelLeft />
              </IconButton>
            </div>
          </aside>
          <div className="flex min-w-0 flex-1 flex-col">
            <header className="sticky top-[calc(3px+var(--banner,0px))] z-30 flex h-14 items-center gap-2 border-b bg-background px-4 sm:px-6 print:hidden">
              <Sheet
                side="left"
                title={place}
                hideTitle
                open={sheet}
                onOpenChange={setSheet}
                className="w-72"
                style={brand}
                trigger={
                  <IconButton label="Open navigation" className="-ml-2 lg:hidden">
                    <Menu />
                  </IconButton>
                }
              >
                <div className="border-b p-2">{head(false)}</div>
                <SidebarNav nav={nav} label={place} titled={props.titledNav} onNavigate={() => setSheet(false)} />
                {props.foot?.(false)}
              </Sheet>
              <p className="flex min-w-0 flex-1 items-center gap-2">
                <span className={classNames("truncate text-muted", section && "max-sm:hidden")}>{place}</span>
                {section && (
                  <>
                    <span aria-hidden="true" className="text-muted max-sm:hidden">
                      /
                    </span>
                    <span className="truncate font-medium">{section.label}</span>
                  </>
                )}
                {props.badge && <span className="flex max-md:hidden">{props.badge}</span>}
              </p>
              {props.tools}
              <CommandPalette
                nav={nav}
                commands={props.commands}
                links={links}
                organizations={organizations}
                search={props.search}
                memory={props.memory}
              />
              <NotificationBell
                notices={notices}
                unread={unread}
                href={links.notifications}
                inbox={organizations.length > 1 && links.notifications !== links.inbox ? links.inbox : undefined}
                markRead={props.markNoticesRead}
              />
              <UserMenu user={user} links={links} signOut={signOut} />
            </header>
            <main
              id="content"
              tabIndex={-1}
              className="mx-auto w-full max-w-7xl flex-1 px-4 py-6 outline-none sm:px-6 print:max-w-none print:p-0"
            >
              {props.badge && <p className="mb-3 flex md:hidden">{props.badge}</p>}
              <PageOrSkeleton>{children}</PageOrSkeleton>
            </main>
          </div>
        </div>
      </div>
    </PendingPages>
  );
}
