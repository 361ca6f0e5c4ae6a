import { Callout } from "@/components/ui/callout";
import type { Room } from "@/lib/plans/schema";
import { type LimitName, limits } from "@/lib/plans/words";

type RoomNoteProps = { limit: LimitName; room: Room | null; full: string; className?: string };

/** How much is left where it is taken; nothing where there is plenty, or no limit. `full`: what follows when none is. */
export function RoomNote({ limit, room, full, className }: RoomNoteProps) {
  if (!room || room.most === null || room.used === null) return null;
  const left = Math.max(0, room.most - room.used);
  const { one, many } = limits[limit];
  if (left === 0)
    return (
      <Callout tone="warning" className={className} title={`No ${one} is left`}>
        {room.used.toLocaleString("en")} of {room.most.toLocaleString("en")} in use. {full}
      </Callout>
    );
  if (left > 5 && room.used * 5 < room.most * 4) return null;
  return (
    <p className={className}>
      <span className="text-muted text-table">
        {left.toLocaleString("en")} {left === 1 ? one : many} left of {room.most.toLocaleString("en")}.
      </span>
    </p>
  );
}
