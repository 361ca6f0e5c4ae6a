"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useState, useTransition } from "react";
import { ArchiveBranch } from "@/components/branches/archive-branch";
import { restoreBranch } from "@/components/branches/restore-branch";
import { Button } from "@/components/ui/button";
import type { BranchNode } from "@/lib/branches/schema";

type CloseBranchProps = { branch: BranchNode; others: BranchNode[]; organizationId: string };

/** Archives a branch from its own page, or opens it again. */
export function CloseBranch({ branch, others, organizationId }: CloseBranchProps) {
  const [closing, setClosing] = useState(false);
  const [pending, start] = useTransition();

  const restore = () => start(() => restoreBranch(organizationId, branch.id));

  if (branch.archived)
    return (
      <Button onClick={restore} pending={pending}>
        <ArchiveRestore />
        Open again
      </Button>
    );
  return (
    <>
      <Button onClick={() => setClosing(true)}>
        <Archive />
        Archive
      </Button>
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
