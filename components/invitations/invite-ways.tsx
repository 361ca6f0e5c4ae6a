"use client";

import { useState } from "react";
import { InviteByCode } from "@/components/invitations/invite-by-code";
import { InviteByMail } from "@/components/invitations/invite-by-mail";
import { RoomNote } from "@/components/plans/room-note";
import { classNames } from "@/components/ui/class-names";
import type { RoleChoice } from "@/lib/members/schema";
import type { Room } from "@/lib/plans/schema";

export type InviteProps = { organization: { id: string; name: string }; roles: RoleChoice[]; seats: Room };

const ways = [
  { key: "mail", label: "By mail" },
  { key: "code", label: "By code" },
] as const;

/** What the dialog holds: how much room there is, and an invitation by mail or by code. */
export function InviteWays({ onClose, ...props }: InviteProps & { onClose: () => void }) {
  const [way, setWay] = useState<"mail" | "code">("mail");
  return (
    <>
      <RoomNote
        limit="max_users"
        room={props.seats}
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
      {way === "mail" ? <InviteByMail {...props} onClose={onClose} /> : <InviteByCode {...props} onClose={onClose} />}
    </>
  );
}
