"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { CommandPaletteProps } from "@/components/shell/command-palette";
import { begins, matching, type PaletteEntry, usePaletteEntries } from "@/components/shell/palette-entries";
import { rememberRecent, useRecents } from "@/components/shell/palette-recents";
import { useRecordSearch } from "@/components/shell/record-search";
import { classNames } from "@/components/ui/class-names";
import { searchSentence } from "@/components/ui/found";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { menuItemStyles } from "@/components/ui/popup-styles";

type PaletteDialogProps = CommandPaletteProps & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Kept by whoever opens it, who hears letters before the field does. */
  query: string;
  onQuery: (query: string) => void;
  /** The field has the focus. */
  onListens: () => void;
};

/** What the palette opens: it comes with its first opening. */
export function PaletteDialog({
  nav,
  commands = [],
  organizations,
  links,
  search,
  memory,
  query,
  onQuery,
  onListens,
  ...dialog
}: PaletteDialogProps) {
  const router = useRouter();
  const groups = usePaletteEntries({ nav, commands, organizations, links });
  const recents = useRecents(memory, dialog.open, groups);
  const { hits, state } = useRecordSearch(search, query);
  const [selected, setSelected] = useState("");
  const shown = matching(groups, query);
  const recordsFirst = !shown.some(({ entries }) => entries.some(({ label }) => begins(label, query)));
  const best = recordsFirst ? hits[0]?.id : undefined;
  useEffect(() => {
    if (best) setSelected(best);
  }, [best]);

  function choose(entry: PaletteEntry) {
    rememberRecent(memory, entry);
    dialog.onOpenChange(false);
    if (/^https?:/.test(entry.href)) location.assign(entry.href);
    else router.push(entry.href);
  }

  return (
    <Dialog.Root {...dialog}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup className="fixed inset-x-3 top-[10vh] z-50 mx-auto max-w-xl overflow-hidden rounded-surface bg-raised shadow-float outline-none data-[open]:animate-appear">
          <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
          <Command label="Search and commands" loop shouldFilter={false} value={selected} onValueChange={setSelected}>
            <div className="flex items-center gap-2.5 border-b px-4">
              <Search aria-hidden="true" className="size-4 text-muted" />
              <Command.Input
                value={query}
                onValueChange={onQuery}
                onFocus={({ currentTarget }) => {
                  currentTarget.setSelectionRange(query.length, query.length);
                  onListens();
                }}
                placeholder={
                  search ? "Find a page, an act, a record or an organization" : "Find a page, an act or an organization"
                }
                className="h-12 min-w-0 flex-1 bg-transparent text-sm text-ellipsis outline-none touch:text-base"
              />
              <Kbd className="max-sm:hidden">Esc</Kbd>
            </div>
            <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto px-2 pb-2">
              <Command.Empty className="px-3 py-8 text-center text-muted">
                {searchSentence({ state }, query, 0)}
              </Command.Empty>
              {query === "" && <PaletteGroup heading="Recent" entries={recents} prefix="recent-" onChoose={choose} />}
              {recordsFirst && <PaletteGroup heading="Records" entries={hits} onChoose={choose} />}
              {shown.map((group) => (
                <PaletteGroup key={group.heading} {...group} onChoose={choose} />
              ))}
              {!recordsFirst && <PaletteGroup heading="Records" entries={hits} onChoose={choose} />}
            </Command.List>
            {state === "failed" && shown.some(({ entries }) => entries.length > 0) && (
              <p role="status" className="border-t px-4 py-2 text-muted text-table">
                Records are not among these: the search did not answer. Type again.
              </p>
            )}
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type PaletteGroupProps = {
  heading: string;
  entries: PaletteEntry[];
  prefix?: string;
  onChoose: (entry: PaletteEntry) => void;
};

function PaletteGroup({ heading, entries, prefix = "", onChoose }: PaletteGroupProps) {
  if (entries.length === 0) return null;
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs"
    >
      {entries.map((entry) => (
        <Command.Item
          key={entry.id}
          value={prefix + entry.id}
          onSelect={() => onChoose(entry)}
          className={classNames(menuItemStyles, "min-h-9 data-[selected=true]:bg-hover")}
        >
          <Icon name={entry.icon} className="text-muted" />
          <span className="max-w-[65%] shrink-0 truncate">{entry.label}</span>
          <span className="min-w-0 flex-1 truncate text-right text-muted text-xs">{entry.detail}</span>
          {entry.keys && <Kbd className="max-sm:hidden">{entry.keys}</Kbd>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
