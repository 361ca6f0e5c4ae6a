"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { RoomNote } from "@/components/plans/room-note";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { partOf, usePart, warm } from "@/components/ui/part";
import type { RoleChoice } from "@/lib/members/schema";
import type { Room } from "@/lib/plans/schema";

const mailPart = partOf(() => import("@/components/invitations/invite-by-mail"));
const codePart = partOf(() => import("@/components/invitations/invite-by-code"));

export type InviteProps = { organization: { id: string; name: string }; roles: RoleChoice[]; seats: Room };

const ways = [
  { key: "mail", label: "By mail" },
  { key: "code", label: "By code" },
] as const;

export function InviteButton({ organization, roles, seats }: InviteProps) {
  const [open, setOpen] = useState(false);
  const [way, setWay] = useState<"mail" | "code">("mail");
  const mail = usePart(mailPart, open);
  const code = usePart(codePart, open);
  const props = { organization, roles, seats, onClose: () => setOpen(false) };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" onPointerEnter={() => warm(mailPart)}>
          <Plus />
          Invite people
        </Button>
      }
      title={`Invite people to ${organization.name}`}
      description="An invitation is valid for 48 hours and works once."
    >
      <RoomNote
        limit="max_users"
        room={seats}
        full="Invitations still go out; whoever accepts comes in once there is room."
        className="mb-4"
      />
      <fieldset className="mb-5 grid grid-cols-2 gap-1 rounded-control bg-sunken p-1">
        <legend className="sr-only">How to invite</legend>
        {ways.map(({ key, label }) => (
          <label
            key={key}
            className={classNames(
              "flex h-8 cursor-pointer items-center justify-center rounded-[4px] has-focus-visible:outline-2 has-focus-visible:outline-ring touch:h-11",
              way === key ? "bg-surface font-medium shadow-xs" : "text-muted hover:text-text",
            )}
          >
            <input
              type="radio"
              name="way"
              value={key}
              checked={way === key}
              onChange={() => setWay(key)}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </fieldset>
      {way === "mail" && mail && <mail.InviteByMail {...props} />}
      {way === "code" && code && <code.InviteByCode {...props} />}
    </Dialog>
  );
}
