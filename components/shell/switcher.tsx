"use client";

import { Command } from "cmdk";
import { ChevronsUpDown, KeyRound, Plus, Settings } from "lucide-react";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { matchWords } from "@/components/shell/match-words";
import { currentItem } from "@/components/shell/section";
import { InvitationsHeading, InvitedRow, SwitcherRow } from "@/components/shell/switcher-row";
import type { ShellInvitation, ShellLinks, ShellNavItem, ShellOrganization } from "@/components/shell/types";
import { WaitingMark } from "@/components/shell/waiting-mark";
import { classNames } from "@/components/ui/class-names";
import { OrganizationMark } from "@/components/ui/organization-mark";
import { pagePath } from "@/components/ui/page-path";
import { Popover } from "@/components/ui/popover";
import { menuItemStyles } from "@/components/ui/popup-styles";

export type SwitcherProps = {
  organizations: ShellOrganization[];
  invitations?: ShellInvitation[] | undefined;
  nav: ShellNavItem[];
  links: ShellLinks;
  collapsed?: boolean;
};

/** Every organization of the person, one click away, on the same kind of page. */
export function Switcher({ organizations, invitations = [], nav, links, collapsed = false }: SwitcherProps) {
  const [open, setOpen] = useState(false);
  const current = organizations.find((organization) => organization.current);
  const section = currentItem(nav, pagePath(usePathname()))?.href ?? "/";
  const waitingElsewhere = organizations.some((one) => !one.current && one.requests + one.invitations > 0);
  const itemStyles = classNames(menuItemStyles, "data-[selected=true]:bg-hover");
  return (
    <Popover
      label="Switch organization"
      open={open}
      onOpenChange={setOpen}
      className="w-76 p-0"
      trigger={
        <button
          type="button"
          aria-label={`Organization: ${current?.name ?? "your account"}. Switch`}
          className={classNames(
            "relative flex h-12 w-full items-center gap-2.5 rounded-control px-1.5 text-left hover:bg-hover data-[popup-open]:bg-hover",
            collapsed && "justify-center px-0",
          )}
        >
          {current && (
            <OrganizationMark name={current.name} slug={current.slug} src={current.logo} accent={current.accent} />
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
      <Command label="Organizations" loop filter={matchWords} defaultValue={current?.id}>
        <Command.Input
          autoFocus
          placeholder="Find an organization"
          className="h-10 w-full rounded-t-surface border-b bg-transparent px-3 text-sm outline-none"
        />
        <Command.List className="max-h-80 overflow-y-auto p-1">
          <Command.Empty className="px-3 py-6 text-center text-muted">No organization by that name.</Command.Empty>
          <Command.Group aria-label="Your organizations">
            {organizations.map((one, index) => (
              <Command.Item
                key={one.id}
                value={one.id}
                keywords={[one.name, one.slug]}
                onSelect={() => location.assign(one.href.replace(/\/$/, "") + section)}
                className={itemStyles}
              >
                <SwitcherRow organization={one} position={index + 1} />
              </Command.Item>
            ))}
          </Command.Group>
          {invitations.length > 0 && (
            <Command.Group heading={<InvitationsHeading count={invitations.length} />}>
              {invitations.map((one) => (
                <Command.Item
                  key={one.id}
                  value={one.id}
                  keywords={[one.name, one.slug, "invitation"]}
                  onSelect={() => location.assign(one.href)}
                  className={itemStyles}
                >
                  <InvitedRow invitation={one} />
                </Command.Item>
              ))}
            </Command.Group>
          )}
        </Command.List>
        <div className="border-t p-1">
          {links.manage && <SwitcherLink href={links.manage} icon={Settings} label="Manage this organization" />}
          <SwitcherLink href={links.createOrganization} icon={Plus} label="Create an organization" />
          <SwitcherLink href={links.joinByCode} icon={KeyRound} label="Join with a code" />
        </div>
      </Command>
    </Popover>
  );
}

function SwitcherLink({ href, icon: Mark, label }: { href: string; icon: typeof Plus; label: string }) {
  return (
    <a
      href={href}
      className={classNames(menuItemStyles, "hover:bg-hover focus-visible:outline-2 focus-visible:outline-ring")}
    >
      <Mark aria-hidden="true" className="text-muted" />
      {label}
    </a>
  );
}
