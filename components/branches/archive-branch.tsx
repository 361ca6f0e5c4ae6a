"use client";

import { useEffect, useState } from "react";
import { ControlLabel } from "@/components/form/control-label";
import { send } from "@/components/form/send";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Select } from "@/components/ui/select";
import { archiveBranchAction, previewArchiveAction } from "@/lib/branches/actions";
import type { ArchivePreview, BranchNode } from "@/lib/branches/schema";
import { heldBy } from "@/lib/branches/words";

type ArchiveBranchProps = { branch: BranchNode; others: BranchNode[]; organizationId: string; onClose: () => void };

/** Says what the branch holds and asks where that goes, before it is archived. */
export function ArchiveBranch({ branch, others, organizationId, onClose }: ArchiveBranchProps) {
  const [preview, setPreview] = useState<ArchivePreview>();
  const [into, setInto] = useState(branch.parentId ?? "");

  useEffect(() => {
    const look = async () => {
      const state = await send(previewArchiveAction, { organization: organizationId, id: branch.id });
      if (state.status === "done") setPreview(state.data);
    };
    void look();
  }, [organizationId, branch.id]);

  const held = preview && heldBy(preview);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Archive ${branch.name}?`}
      confirmLabel="Archive branch"
      onConfirm={() => send(archiveBranchAction, { organization: organizationId, id: branch.id, into })}
    >
      <p aria-live="polite">{preview ? sentence(preview, held ?? "") : "Looking what it holds…"}</p>
      {held && (
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
  if (below.length > 0) return `${below.join(", ")} still belong to it. Archive or move them first.`;
  if (held === "") return "It holds nothing. It is no longer offered for new records; you can open it again.";
  return `It holds ${held}. They move in one go, and a role that somebody has only here ends.`;
}
