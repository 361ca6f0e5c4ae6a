"use client";

import { GitBranch } from "lucide-react";
import { useState } from "react";
import { MoveToBranch, type Moving, mayMove } from "@/components/branches/move-to-branch";
import { Button } from "@/components/ui/button";

export function MoveButton(props: Moving) {
  const [open, setOpen] = useState(false);
  if (!mayMove(props)) return null;
  return (
    <>
      <Button variant="ghost" onClick={() => setOpen(true)}>
        <GitBranch />
        Move to branch
      </Button>
      <MoveToBranch {...props} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
