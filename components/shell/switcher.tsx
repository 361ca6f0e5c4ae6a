"use client";

import { ChevronsUpDown } from "lucide-react";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { currentItem } from "@/components/shell/section";
import type { ShellInvitation, ShellLinks, ShellNavItem, ShellOrganization } from "@/components/shell/types";
import { WaitingMark } from "@/components/shell/waiting-mark";
import { classNames } from "@/components/ui/class-names";
import { OrganizationMark } from "@/components/ui/organization-mark";
import { pagePath } from "@/components/ui/page-path";
import { partOf, usePart, warm } from "@/components/ui/part";
import { Popover } from "@/components/ui/popover";

const part = partOf(() => import("@/components/shell/switcher-list"));

export type SwitcherProps = {
  organizations: ShellOrganization[];
  invitations?: ShellInvitation[] | undefined;
  nav: ShellNavItem[];
  links: ShellLinks;
  collapsed?: boolean;
};

/** Every organization of the person, one click away, on the same kind of page. */
export function Switcher({ organizations, invitations = [], nav, links, collapsed = false }: SwitcherProps) {
  const [wanted, setWanted] = useState(false);
  const parts = usePart(part, wanted);
  const current = organizations.find((organization) => organization.current);
  const section = currentItem(nav, pagePath(usePathname()))?.href ?? "/";
  const waitingElsewhere = organizations.some((one) => !one.current && one.requests + one.unread > 0);
  return (
    <Popover
      label="Switch organization"
      className="w-76 p-0"
      trigger={
        <button
          type="button"
          onPointerEnter={() => warm(part)}
          onClick={() => setWanted(true)}
          aria-label={`Organization: ${current?.name ?? "your account"}. Switch`}
          className={classNames(
            "relative flex h-12 w-full items-center gap-2.5 rounded-control px-1.5 text-left hover:bg-hover data-[popup-open]:bg-hover",
            collapsed && "justify-center px-0",
          )}
        >
          {current && (
            <OrganizationMark
              name={current.name}
              slug={current.slug}
              src={current.logo}
              darkSrc={current.logoDark}
              tile={current.tile}
            />
          )}
          {!collapsed && (
            <>
              <span className="min-w-0 flex-1">
                <span className="block truncate font-semibold leading-4.5">
                  {current?.name ?? "Your organizations"}
                </span>
                <span className="block truncate text-muted text-xs">{current?.roleLabel ?? "Choose one to open"}</span>
              </span>
              <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
            </>
          )}
          <WaitingMark invitations={invitations.length} elsewhere={waitingElsewhere} atMark={current !== undefined} />
        </button>
      }
    >
      {parts && (
        <parts.SwitcherList organizations={organizations} invitations={invitations} links={links} section={section} />
      )}
    </Popover>
  );
}
