import { useMemo } from "react";
import type { ShellCommand, ShellNavItem, ShellOrganization } from "@/components/shell/types";
import type { IconName } from "@/components/ui/icon";

export type PaletteEntry = { id: string; label: string; detail?: string; href: string; icon: IconName };

export type PaletteGroup = { heading: string; entries: PaletteEntry[] };

type Sources = { nav: ShellNavItem[]; commands: ShellCommand[]; organizations: ShellOrganization[] };

export function usePaletteEntries({ nav, commands, organizations }: Sources): PaletteGroup[] {
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
          .filter((one) => !one.current)
          .map(({ id, name, href, roleLabel }) => ({
            id: `organization:${id}`,
            label: name,
            detail: roleLabel,
            href,
            icon: "organization" as const,
          })),
      },
    ],
    [nav, commands, organizations],
  );
}
