"use client";

import { Ellipsis, KeyRound, UserCheck, UserMinus, UserX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/form/send";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { resetMemberFactorAction } from "@/lib/factors/actions";
import { removeMemberAction, restoreMemberAction, suspendMemberAction } from "@/lib/members/actions";
import type { MemberView } from "@/lib/members/schema";

type MemberMenuProps = { member: MemberView; organizationId: string; organizationName: string; leaveTo?: string };

export function MemberMenu({ member, organizationId, organizationName, leaveTo }: MemberMenuProps) {
  const router = useRouter();
  const [asking, setAsking] = useState<"suspend" | "restore" | "remove" | "reset">();
  const { suspend, restore, remove } = member.abilities;
  const fields = { organization: organizationId, id: member.id };
  const close = (open: boolean) => !open && setAsking(undefined);

  return (
    <>
      <Menu
        trigger={
          <IconButton label={`More for ${member.name}`} size="sm">
            <Ellipsis />
          </IconButton>
        }
      >
        {!remove.allowed && <p className="max-w-64 px-2 py-1.5 text-muted text-xs">{remove.message}</p>}
        {member.status === "active" ? (
          <MenuItem icon={<UserX />} disabled={!suspend.allowed} onSelect={() => setAsking("suspend")}>
            Suspend
          </MenuItem>
        ) : (
          <MenuItem icon={<UserCheck />} disabled={!restore.allowed} onSelect={() => setAsking("restore")}>
            Restore
          </MenuItem>
        )}
        {member.secondFactor && (
          <MenuItem icon={<KeyRound />} disabled={!remove.allowed} onSelect={() => setAsking("reset")}>
            Reset second factor
          </MenuItem>
        )}
        <MenuItem icon={<UserMinus />} danger disabled={!remove.allowed} onSelect={() => setAsking("remove")}>
          Remove
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={asking === "suspend"}
        onOpenChange={close}
        title={`Suspend ${member.name}?`}
        confirmLabel="Suspend member"
        onConfirm={() => send(suspendMemberAction, fields)}
      >
        {member.name} cannot open {organizationName} from the next request on. Role and history stay, and you can
        restore the membership at any time.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "restore"}
        onOpenChange={close}
        tone="primary"
        title={`Restore ${member.name}?`}
        confirmLabel="Restore member"
        onConfirm={() => send(restoreMemberAction, fields)}
      >
        {member.name} can open {organizationName} again at once, with the role {member.roleName}.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "reset"}
        onOpenChange={close}
        title={`Reset the second factor of ${member.name}?`}
        confirmLabel="Reset second factor"
        onConfirm={() => send(resetMemberFactorAction, fields)}
      >
        Be sure that it is {member.name} who asks. Their app, recovery codes and remembered devices count no more, their
        sessions end, and their password alone opens the account until they set up a new one. They are told by mail.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "remove"}
        onOpenChange={close}
        title={`Remove ${member.name}?`}
        confirmLabel="Remove member"
        onConfirm={async () => {
          const state = await send(removeMemberAction, fields);
          if (state.status === "done" && leaveTo) router.push(leaveTo);
          return state;
        }}
      >
        {member.name} loses access to {organizationName} at once. What they did stays on the record. To come back, they
        need a new invitation.
      </ConfirmDialog>
    </>
  );
}
