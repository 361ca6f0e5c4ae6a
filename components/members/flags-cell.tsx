"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { partOf, usePart, warm } from "@/components/ui/part";
import type { MemberView } from "@/lib/members/schema";

const part = partOf(() => import("@/components/members/flag-switches"));

type FlagsCellProps = { member: MemberView; organizationId: string; givable: string[] };

/** How many flags are on, and the switches behind it. */
export function FlagsCell({ member, organizationId, givable }: FlagsCellProps) {
  const [open, setOpen] = useState(false);
  const switches = usePart(part, open);
  const count = member.flags.length;
  const words = member.roleKey === "owner" ? "All" : count === 0 ? "None" : `${count} on`;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={`Flags of ${member.name}`}
      size="lg"
      trigger={
        <Button
          variant="ghost"
          size="sm"
          aria-label={`Flags of ${member.name}: ${words}`}
          onPointerEnter={() => warm(part)}
        >
          {words}
        </Button>
      }
    >
      {switches && <switches.FlagSwitches member={member} organizationId={organizationId} givable={givable} />}
    </Dialog>
  );
}
