import { useMemo } from "react";
import { matchWords } from "@/components/shell/match-words";
import type { ShellCommand, ShellLinks, ShellNavItem, ShellOrganization } from "@/components/shell/types";
import type { IconName } from "@/components/ui/icon";

export type PaletteEntry = { id: string; label: string; detail?: string; href: string; icon: IconName; keys?: string };

export type PaletteGroup = { heading: string; entries: PaletteEntry[] };

type Sources = { nav: ShellNavItem[]; commands: ShellCommand[]; organizations: ShellOrganization[]; links: ShellLinks };

export function usePaletteEntries({ nav, commands, organizations, links }: Sources): PaletteGroup[] {
  return useMemo(
    () => [
      {
        heading: "Pages",
        entries: nav.map(({ href, label, icon, group }) => ({ id: `page:${href}`, label, detail: group, href, icon })),
      },
      {
        heading: "Actions",
        entries: commands.map(({ id, label, href, icon = "plus", hint }) => ({
          id: `act:${id}`,
          label,
          href,
          icon,
          ...(hint && { detail: hint }),
        })),
      },
      {
        heading: "Organizations",
        entries: organizations
          .map(({ id, name, href, roleLabel, current }, place) => ({
            id: `organization:${id}`,
            label: name,
            detail: roleLabel,
            href,
            icon: "organization" as const,
            current,
            ...(place < 9 && { keys: `Alt ${place + 1}` }),
          }))
          .filter((one) => !one.current)
          .map(({ current: _, ...entry }) => entry),
      },
      { heading: "You", entries: yours(links) },
    ],
    [nav, commands, organizations, links],
  );
}

/** What is the person's own, wherever they are. */
function yours(links: ShellLinks): PaletteEntry[] {
  return [
    { id: "you:notifications", label: "Your notifications", href: links.notifications, icon: "bell" },
    { id: "you:account", label: "Your account", href: links.account, icon: "user" },
    { id: "you:security", label: "Your password and sessions", href: links.security, icon: "security" },
    { id: "you:organizations", label: "Your organizations", href: links.organizations, icon: "organization" },
    { id: "you:create", label: "Create an organization", href: links.createOrganization, icon: "plus" },
    { id: "you:join", label: "Join with a code", href: links.joinByCode, icon: "key" },
  ];
}

/** What a word finds of the entries, the best first in each group; everything where there is no word. */
export function matching(groups: PaletteGroup[], query: string): PaletteGroup[] {
  const wanted = query.trim();
  if (wanted === "") return groups;
  return groups.map(({ heading, entries }) => ({
    heading,
    entries: entries
      .map((entry) => ({ entry, score: matchWords("", wanted, [entry.label, entry.detail ?? ""]) }))
      .filter(({ score }) => score > 0)
      .toSorted((one, other) => other.score - one.score)
      .map(({ entry }) => entry),
  }));
}

/** Whether somebody who types this most likely means that. */
export function begins(label: string, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return wanted !== "" && label.toLowerCase().startsWith(wanted);
}
