"use client";

import { Bell } from "lucide-react";
import { NoticeLine } from "@/components/shell/notice-line";
import type { FormAction, ShellNotice } from "@/components/shell/types";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";

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
              <NoticeLine notice={notice} />
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
