"use client";

import { Archive, ArchiveRestore, Check } from "lucide-react";
import { useTransition } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { idle } from "@/lib/errors";
import {
  archiveMyNoticesAction,
  archiveNoticesAction,
  markNoticesReadAction,
  readMyNoticesAction,
} from "@/lib/notices/actions";

/** Without an organization, on the pages of an account, for notices of any. */
type ArchiveButtonProps = {
  organizationId?: string | undefined;
  ids: string[];
  archived: boolean;
  read: boolean;
  title: string;
};

const mine = { read: readMyNoticesAction, archive: archiveMyNoticesAction };
const inside = { read: markNoticesReadAction, archive: archiveNoticesAction };

/** Marks a line read, puts it into the archive, or takes it out again. */
export function ArchiveButton({ organizationId, ids, archived, read, title }: ArchiveButtonProps) {
  const acts = organizationId ? inside : mine;
  const [pending, startTransition] = useTransition();
  function send(action: typeof archiveNoticesAction, more: Record<string, string> = {}) {
    const form = new FormData();
    if (organizationId) form.set("organization", organizationId);
    for (const id of ids) form.append("ids[]", id);
    for (const [name, value] of Object.entries(more)) form.set(name, value);
    startTransition(async () => {
      const state = await action(idle, form);
      if (state.status === "failed") toast.failed(state.message);
    });
  }
  return (
    <span className="flex pt-1.5">
      {!archived && !read && (
        <IconButton size="sm" label={`Mark read: ${title}`} disabled={pending} onClick={() => send(acts.read)}>
          <Check />
        </IconButton>
      )}
      <IconButton
        size="sm"
        label={archived ? `Take out of the archive: ${title}` : `Archive: ${title}`}
        disabled={pending}
        onClick={() => send(acts.archive, { archived: archived ? "false" : "true" })}
      >
        {archived ? <ArchiveRestore /> : <Archive />}
      </IconButton>
    </span>
  );
}
