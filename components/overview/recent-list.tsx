import Link from "next/link";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { Timeline } from "@/components/ui/timeline";

type Happening = { id: string; actor: string; did: string; at: Date; changes: number };

/** What happened last: one line for what one request did. */
export function RecentList({ happenings, timeZone }: { happenings: Happening[]; timeZone: string }) {
  return (
    <Card
      title="Recent activity"
      actions={
        <Link href="/audit" className="font-medium text-accent text-table hover:underline">
          See all
        </Link>
      }
    >
      {happenings.length === 0 ? (
        <p className="text-muted">What people and keys change here appears in this list.</p>
      ) : (
        <Timeline
          items={happenings.map(({ id, actor, did, at }) => ({
            id,
            title: (
              <>
                {actor} <span className="font-normal">{did}</span>
              </>
            ),
            time: <RelativeTime value={at} timeZone={timeZone} />,
          }))}
        />
      )}
    </Card>
  );
}
