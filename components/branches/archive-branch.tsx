"use client";

import { useEffect, useState } from "react";
import { ControlLabel } from "@/components/form/control-label";
import { send } from "@/components/form/send";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Select } from "@/components/ui/select";
import { archiveBranchAction, previewArchiveAction } from "@/lib/branches/actions";
import type { ArchivePreview, BranchNode } from "@/lib/branches/schema";
import { heldBy, inWords } from "@/lib/branches/words";

type ArchiveBranchProps = { branch: BranchNode; others: BranchNode[]; organizationId: string; onClose: () => void };

/** Says what the branch holds and asks where that goes, before it is archived. */
export function ArchiveBranch({ branch, others, organizationId, onClose }: ArchiveBranchProps) {
  const [preview, setPreview] = useState<ArchivePreview>();
  const [fault, setFault] = useState<string>();
  const [into, setInto] = useState(branch.parentId ?? "");

  useEffect(() => {
    const look = async () => {
      const state = await send(previewArchiveAction, { organization: organizationId, id: branch.id });
      if (state.status === "done") setPreview(state.data);
      if (state.status === "failed") setFault(state.message);
    };
    void look();
  }, [organizationId, branch.id]);

  const held = preview && heldBy(preview);
  const stays = preview === undefined || preview.below.length > 0;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Archive ${branch.name}?`}
      confirmLabel="Archive branch"
      blocked={stays || (held !== "" && into === "")}
      onConfirm={() => send(archiveBranchAction, { organization: organizationId, id: branch.id, into })}
    >
      <p aria-live="polite">{preview ? sentence(preview, held ?? "") : (fault ?? "Looking at what it holds…")}</p>
      {held && !stays && (
        <ControlLabel className="mt-3 block text-text">
          <span className="mb-1.5 block font-medium">Move them to</span>
          <Select
            value={into}
            onChange={(event) => setInto(event.target.value)}
            placeholder="Choose a branch"
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </ControlLabel>
      )}
    </ConfirmDialog>
  );
}

function sentence({ below }: ArchivePreview, held: string): string {
  if (below.length === 1) return `${below[0]} is part of it. Archive or move that first.`;
  if (below.length > 0) return `${inWords(below)} are part of it. Archive or move them first.`;
  if (held === "") return "It holds nothing. It is no longer offered for new records; you can open it again.";
  return `It holds ${held}. They move in one go, and a role that somebody has only here ends.`;
}
