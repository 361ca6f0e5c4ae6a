"use client";

import { FlagSwitches } from "@/components/members/flag-switches";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { MemberView } from "@/lib/members/schema";

type FlagsCellProps = { member: MemberView; organizationId: string; givable: string[] };

/** How many flags are on, and the switches behind it. */
export function FlagsCell({ member, organizationId, givable }: FlagsCellProps) {
  const count = member.flags.length;
  const words = member.roleKey === "owner" ? "All" : count === 0 ? "None" : `${count} on`;
  return (
    <Dialog
      title={`Flags of ${member.name}`}
      size="lg"
      trigger={
        <Button variant="ghost" size="sm" aria-label={`Flags of ${member.name}: ${words}`}>
          {words}
        </Button>
      }
    >
      <FlagSwitches member={member} organizationId={organizationId} givable={givable} />
    </Dialog>
  );
}
