"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useState, useTransition } from "react";
import { ArchiveBranch } from "@/components/branches/archive-branch";
import { send } from "@/components/form/send";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { restoreBranchAction } from "@/lib/branches/actions";
import type { BranchNode } from "@/lib/branches/schema";

type CloseBranchProps = { branch: BranchNode; others: BranchNode[]; organizationId: string };

/** Archives a branch from its own page, or opens it again. */
export function CloseBranch({ branch, others, organizationId }: CloseBranchProps) {
  const [closing, setClosing] = useState(false);
  const [pending, start] = useTransition();

  const restore = () =>
    start(async () => {
      const state = await send(restoreBranchAction, { organization: organizationId, id: branch.id });
      if (state.status === "failed") toast.failed(state.message);
    });

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
