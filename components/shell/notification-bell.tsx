"use client";

import { Bell } from "lucide-react";
import type { FormAction, ShellNotice } from "@/components/shell/types";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { relativeText } from "@/components/ui/time-text";

export type NotificationBellProps = { notices: ShellNotice[]; unread: number; href: string; markRead?: FormAction };

export function NotificationBell({ notices, unread, href, markRead }: NotificationBellProps) {
  return (
    <Popover
      label="Notifications"
      align="end"
      className="flex w-90 max-w-[calc(100vw-16px)] flex-col p-0"
      trigger={
        <IconButton label={unread > 0 ? `Notifications, ${unread} unread` : "Notifications"} className="relative">
          <Bell />
          {unread > 0 && (
            <span
              aria-hidden="true"
              className="absolute -top-0.5 -right-0.5 min-w-4 rounded-full bg-danger-solid px-1 text-[10px] text-on-danger leading-4 tabular-nums"
            >
              {unread > 99 ? "99+" : unread}
            </span>
          )}
        </IconButton>
      }
    >
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
              <Notice notice={notice} />
            </li>
          ))}
        </ul>
      )}
      <div className="shrink-0 border-t p-1">
        <a
          href={href}
          className="flex h-9 items-center justify-center rounded-control font-medium text-accent hover:bg-hover touch:h-11"
        >
          See all
        </a>
      </div>
    </Popover>
  );
}

function Notice({ notice }: { notice: ShellNotice }) {
  const body = (
    <>
      <span
        aria-hidden="true"
        className={classNames("mt-1.5 size-2 shrink-0 rounded-full", notice.read ? "bg-transparent" : "bg-accent")}
      />
      <span className="min-w-0 flex-1">
        <span className={classNames("block", !notice.read && "font-medium")}>
          {notice.title}
          {!notice.read && <span className="sr-only"> (unread)</span>}
        </span>
        {notice.body && <span className="block text-muted text-table">{notice.body}</span>}
        <time dateTime={notice.at} className="block text-muted text-xs" suppressHydrationWarning>
          {relativeText(new Date(notice.at), new Date())}
        </time>
      </span>
    </>
  );
  const shape = "flex gap-2.5 px-3 py-2.5 -outline-offset-2";
  if (!notice.href) return <div className={shape}>{body}</div>;
  return (
    <a href={notice.href} className={classNames(shape, "hover:bg-hover")}>
      {body}
    </a>
  );
}
