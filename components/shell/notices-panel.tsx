"use client";

import { NoticeLine } from "@/components/shell/notice-line";
import type { NotificationBellProps } from "@/components/shell/notification-bell";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** What the bell opens: the newest notices. */
export function NoticesPanel({ notices, unread, href, inbox, markRead }: NotificationBellProps) {
  return (
    <>
      <div className="flex h-11 shrink-0 items-center justify-between border-b pr-2 pl-4">
        <p className="font-semibold">Notifications</p>
        {markRead && unread > 0 && (
          <form action={markRead}>
            <Button type="submit" size="sm" variant="ghost">
              Mark all read
            </Button>
          </form>
        )}
      </div>
      {notices.length === 0 ? (
        <EmptyState icon="bell" title="Nothing new" className="py-8">
          What needs you or concerns you appears here.
        </EmptyState>
      ) : (
        <ul className="min-h-0 flex-1 divide-y overflow-y-auto">
          {notices.map((notice) => (
            <li key={notice.id}>
              <NoticeLine notice={notice} />
            </li>
          ))}
        </ul>
      )}
      <div className="flex shrink-0 border-t p-1">
        <a href={href} className={footLink}>
          See all
        </a>
        {inbox && (
          <a href={inbox} className={footLink}>
            All organizations
          </a>
        )}
      </div>
    </>
  );
}

const footLink =
  "flex h-9 flex-1 items-center justify-center rounded-control font-medium text-accent hover:bg-hover touch:h-11";
