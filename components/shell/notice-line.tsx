import { RequestActs } from "@/components/notices/request-acts";
import type { ShellNotice } from "@/components/shell/types";
import { classNames } from "@/components/ui/class-names";
import { relativeText } from "@/components/ui/time-text";

/** One line of the bell: a notice with what can be done about it, or repeats that open in place. */
export function NoticeLine({ notice }: { notice: ShellNotice }) {
  const { title, body, href, read, at, request, items } = notice;
  return (
    <div className="flex gap-2.5 px-3 py-2.5 has-[>div>a:hover]:bg-hover">
      <span
        aria-hidden="true"
        className={classNames("mt-1.5 size-2 shrink-0 rounded-full", read ? "bg-transparent" : "bg-accent")}
      />
      <div className="min-w-0 flex-1">
        <Title href={href} className={classNames("block break-words", !read && "font-medium")}>
          {title}
          {!read && <span className="sr-only"> (unread)</span>}
        </Title>
        {body && <span className="line-clamp-2 break-words text-muted text-table">{body}</span>}
        <time dateTime={at} className="block text-muted text-xs" suppressHydrationWarning>
          {relativeText(new Date(at), new Date())}
        </time>
        {request && <RequestActs request={request} href={href} />}
        {items && (
          <details className="mt-1">
            <summary className="cursor-pointer text-accent text-table">Show each</summary>
            <ul className="-ml-3 mt-1 divide-y">
              {items.map((each) => (
                <li key={each.id}>
                  <NoticeLine notice={each} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}

type TitleProps = { href: string | undefined; className: string; children: React.ReactNode };

function Title({ href, className, children }: TitleProps) {
  if (!href) return <span className={className}>{children}</span>;
  return (
    <a href={href} className={classNames(className, "hover:underline")}>
      {children}
    </a>
  );
}
