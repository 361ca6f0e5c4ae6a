"use client";

import { MoreHorizontal } from "lucide-react";
import { useState } from "react";
import { ArchiveBranch } from "@/components/branches/archive-branch";
import { send } from "@/components/form/send";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuLink } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { restoreBranchAction } from "@/lib/branches/actions";
import type { BranchNode } from "@/lib/branches/schema";

type BranchMenuProps = { branch: BranchNode; others: BranchNode[]; organizationId: string };

export function BranchMenu({ branch, others, organizationId }: BranchMenuProps) {
  const [closing, setClosing] = useState(false);

  async function restore() {
    const state = await send(restoreBranchAction, { organization: organizationId, id: branch.id });
    if (state.status === "failed") toast.failed(state.message);
  }

  return (
    <>
      <Menu
        trigger={
          <IconButton label={`More for ${branch.name}`} variant="ghost">
            <MoreHorizontal />
          </IconButton>
        }
      >
        <MenuLink href={`/branches/${branch.id}/edit`}>Edit</MenuLink>
        {branch.archived ? (
          <MenuItem onSelect={restore}>Open again</MenuItem>
        ) : (
          <MenuItem danger onSelect={() => setClosing(true)}>
            Archive
          </MenuItem>
        )}
      </Menu>
      {closing && (
        <ArchiveBranch
          branch={branch}
          others={others}
          organizationId={organizationId}
          onClose={() => setClosing(false)}
        />
      )}
    </>
  );
}
