"use client";

import { MoreHorizontal } from "lucide-react";
import { useState } from "react";
import { ArchiveBranch } from "@/components/branches/archive-branch";
import { restoreBranch } from "@/components/branches/restore-branch";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuLink } from "@/components/ui/menu";
import type { BranchNode } from "@/lib/branches/schema";

type BranchMenuProps = { branch: BranchNode; others: BranchNode[]; organizationId: string };

export function BranchMenu({ branch, others, organizationId }: BranchMenuProps) {
  const [closing, setClosing] = useState(false);

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
          <MenuItem onSelect={() => restoreBranch(organizationId, branch.id)}>Open again</MenuItem>
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
