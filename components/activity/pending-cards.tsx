import Link from "next/link";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";

type Line = { id: string; href: string; title: string; detail: string; at: Date };
type PendingCardProps = { title: string; lines: Line[]; total: number; href: string; none: string; timeZone: string };

const shown = 5;

/** What waits, the first five; the rest stands on its own page. */
export function PendingCard({ title, lines, total, href, none, timeZone }: PendingCardProps) {
  return (
    <Card
      title={title}
      padded={false}
      actions={
        <Link href={href} className="font-medium text-accent text-table hover:underline">
          {total > 0 ? `See all ${total}` : "Open"}
        </Link>
      }
    >
      {lines.length === 0 ? (
        <p className="px-5 py-6 text-muted">{none}</p>
      ) : (
        <ul className="divide-y">
          {lines.slice(0, shown).map(({ id, href: own, title: name, detail, at }) => (
            <li key={id} className="flex items-center gap-4 px-5 py-2.5">
              <span className="min-w-0 flex-1">
                <Link href={own} className="block truncate font-medium hover:underline">
                  {name}
                </Link>
                <span className="block truncate text-muted text-table">{detail}</span>
              </span>
              <span className="shrink-0 text-muted text-table">
                <RelativeTime value={at} timeZone={timeZone} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
