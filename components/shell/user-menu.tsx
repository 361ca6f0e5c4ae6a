"use client";

import { Building2, CircleUser, LogOut, Shield, Wrench } from "lucide-react";
import { SignOutItem } from "@/components/shell/sign-out-item";
import { ThemeToggle } from "@/components/shell/theme-toggle";
import type { FormAction, ShellLinks, ShellUser } from "@/components/shell/types";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Menu, MenuLink, MenuSeparator } from "@/components/ui/menu";

export type UserMenuProps = { user: ShellUser; links: ShellLinks; signOut: FormAction };

export function UserMenu({ user, links, signOut }: UserMenuProps) {
  return (
    <>
      <noscript>
        <form action={signOut}>
          <Button type="submit" size="sm">
            Sign out
          </Button>
        </form>
      </noscript>
      <Menu
        className="w-64"
        trigger={
          <button
            type="button"
            aria-label={`Your account: ${user.name}`}
            className="thumb rounded-full hover:opacity-85 data-[popup-open]:opacity-85"
          >
            <Avatar name={user.name} />
          </button>
        }
      >
        <div className="px-2 py-1.5">
          <p className="truncate font-medium">{user.name}</p>
          <p className="truncate text-muted text-table">{user.email}</p>
        </div>
        <MenuSeparator />
        <MenuLink href={links.account} icon={<CircleUser />}>
          Account
        </MenuLink>
        <MenuLink href={links.security} icon={<Shield />}>
          Security
        </MenuLink>
        <MenuLink href={links.organizations} icon={<Building2 />}>
          My organizations
        </MenuLink>
        {user.superAdmin && links.console && (
          <MenuLink href={links.console} icon={<Wrench />}>
            Platform console
          </MenuLink>
        )}
        <MenuSeparator />
        <ThemeToggle />
        <MenuSeparator />
        <SignOutItem action={signOut} icon={<LogOut />} />
      </Menu>
    </>
  );
}
