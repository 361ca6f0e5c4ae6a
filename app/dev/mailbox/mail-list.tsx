import Link from "next/link";
import type { MailboxEntry } from "@/lib/mail/mailbox";
import { timeInWords } from "@/lib/mail/words";

type Props = { entries: MailboxEntry[]; selectedId: string | undefined; recipient: string | undefined };

export function MailList({ entries, selectedId, recipient }: Props) {
  if (entries.length === 0) {
    return (
      <p className="text-sm text-muted">
        {recipient ? `Nothing was sent to ${recipient}.` : "No mail yet. What Berth sends appears here."}
      </p>
    );
  }
  return (
    <ol className="flex flex-col self-start rounded-lg border border-border">
      {entries.map((entry) => (
        <li key={entry.id} className="border-b border-border last:border-b-0">
          <Link
            href={{ pathname: "/dev/mailbox", query: { ...(recipient ? { to: recipient } : {}), mail: entry.id } }}
            aria-current={entry.id === selectedId ? "true" : undefined}
            prefetch={false}
            className="block border-l-2 border-transparent px-3 py-2 aria-[current]:border-text"
          >
            <span className="block truncate text-sm font-medium">{entry.subject}</span>
            <span className="block truncate text-xs text-muted">{entry.to}</span>
            <time dateTime={entry.at.toISOString()} className="block text-xs text-muted">
              {timeInWords(entry.at, "UTC")}
            </time>
          </Link>
        </li>
      ))}
    </ol>
  );
}
