"use client";

import { Command } from "cmdk";
import { KeyRound, Plus, Settings } from "lucide-react";
import { matchWords } from "@/components/shell/match-words";
import type { SwitcherProps } from "@/components/shell/switcher";
import { InvitationsHeading, InvitedRow, SwitcherRow } from "@/components/shell/switcher-row";
import { classNames } from "@/components/ui/class-names";
import { menuItemStyles } from "@/components/ui/popup-styles";

type SwitcherListProps = Pick<SwitcherProps, "organizations" | "links"> & {
  invitations: NonNullable<SwitcherProps["invitations"]>;
  /** The page that a switch keeps. */
  section: string;
};

/** What the switcher opens: it comes with its first opening. */
export function SwitcherList({ organizations, invitations, links, section }: SwitcherListProps) {
  const current = organizations.find((organization) => organization.current);
  const itemStyles = classNames(menuItemStyles, "data-[selected=true]:bg-hover");
  return (
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
