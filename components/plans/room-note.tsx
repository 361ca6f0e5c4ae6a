import { Callout } from "@/components/ui/callout";
import type { Room } from "@/lib/plans/schema";
import { type LimitName, limits } from "@/lib/plans/words";

type RoomNoteProps = { limit: LimitName; room: Room | null; full: string; asked?: number; className?: string };

/**
 * How much is left where it is taken; nothing where there is plenty, or no limit. `asked`: how many are about to be taken.
 * `full`: what follows when there are not as many.
 */
export function RoomNote({ limit, room, full, asked = 1, className }: RoomNoteProps) {
  if (!room || room.most === null || room.used === null) return null;
  const left = Math.max(0, room.most - room.used);
  const { one, many } = limits[limit];
  const today = limit === "api_calls_a_day";
  if (left === 0 || left < asked)
    return (
      <Callout
        tone="warning"
        className={className}
        title={
          left === 0
            ? `No ${one} is left${today ? " for today" : ""}`
            : `${left} ${left === 1 ? `${one} is` : `${many} are`} left for ${asked}`
        }
      >
        {room.used.toLocaleString("en")} of {room.most.toLocaleString("en")} {today ? "made" : "in use"}. {full}
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
