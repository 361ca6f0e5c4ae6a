"use client";

import { Archive, ArchiveRestore, Check } from "lucide-react";
import { useTransition } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { idle } from "@/lib/errors";
import { archiveNoticesAction, markNoticesReadAction } from "@/lib/notices/actions";

type ArchiveButtonProps = { organizationId: string; ids: string[]; archived: boolean; title: string };

/** Marks a line read, puts it into the archive, or takes it out again. */
export function ArchiveButton({ organizationId, ids, archived, title }: ArchiveButtonProps) {
  const [pending, startTransition] = useTransition();
  function send(action: typeof archiveNoticesAction, more: Record<string, string> = {}) {
    const form = new FormData();
    form.set("organization", organizationId);
    for (const id of ids) form.append("ids[]", id);
    for (const [name, value] of Object.entries(more)) form.set(name, value);
    startTransition(async () => {
      const state = await action(idle, form);
      if (state.status === "failed") toast.failed(state.message);
    });
  }
  return (
    <span className="flex pt-1.5">
      {!archived && (
        <IconButton
          size="sm"
          label={`Mark read: ${title}`}
          disabled={pending}
          onClick={() => send(markNoticesReadAction)}
        >
          <Check />
        </IconButton>
      )}
      <IconButton
        size="sm"
        label={archived ? `Take out of the archive: ${title}` : `Archive: ${title}`}
        disabled={pending}
        onClick={() => send(archiveNoticesAction, { archived: archived ? "false" : "true" })}
      >
        {archived ? <ArchiveRestore /> : <Archive />}
      </IconButton>
    </span>
  );
}
