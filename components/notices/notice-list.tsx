import Link from "next/link";
import { buttonStyles } from "@/components/ui/button-styles";
import { classNames } from "@/components/ui/class-names";
import { RelativeTime } from "@/components/ui/relative-time";

type Notice = {
  id: string;
  title: string;
  body: string | null;
  path: string | null;
  readAt: Date | null;
  createdAt: Date;
};

type NoticeListProps = { notices: Notice[]; timeZone: string; next: string | null; show: "all" | "unread" };

export function NoticeList({ notices, timeZone, next, show }: NoticeListProps) {
  return (
    <>
      <ul className="divide-y rounded-surface border bg-surface">
        {notices.map((notice) => (
          <li key={notice.id} className="relative flex items-start gap-3 px-5 py-3 has-[a:hover]:bg-hover">
            <span
              aria-hidden="true"
              className={classNames("mt-1.5 size-2 shrink-0 rounded-full", !notice.readAt && "bg-accent")}
            />
            <div className="min-w-0 flex-1">
              <p className={classNames(!notice.readAt && "font-medium")}>
                {notice.path ? (
                  <Link href={notice.path} className="-outline-offset-2 after:absolute after:inset-0">
                    {notice.title}
                  </Link>
                ) : (
                  notice.title
                )}
                {!notice.readAt && <span className="sr-only"> (unread)</span>}
              </p>
              {notice.body && <p className="text-muted text-table">{notice.body}</p>}
            </div>
            <span className="relative text-muted text-table">
              <RelativeTime value={notice.createdAt} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ul>
      {next && (
        <p className="mt-4 text-center">
          <Link
            href={{ pathname: "/notifications", query: { show, cursor: next } }}
            className={buttonStyles({ variant: "secondary" })}
          >
            Older notifications
          </Link>
        </p>
      )}
    </>
  );
}
