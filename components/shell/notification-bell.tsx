"use client";

import { Bell } from "lucide-react";
import type { FormAction, ShellNotice } from "@/components/shell/types";
import { IconButton } from "@/components/ui/icon-button";
import { partOf, usePart, warm } from "@/components/ui/part";
import { Popover } from "@/components/ui/popover";

const part = partOf(() => import("@/components/shell/notices-panel"));

export type NotificationBellProps = {
  notices: ShellNotice[];
  unread: number;
  href: string;
  /** The list of all my organizations, for somebody who has several. */
  inbox?: string | undefined;
  markRead?: FormAction | undefined;
};

export function NotificationBell(props: NotificationBellProps) {
  const { unread } = props;
  return (
    <Popover
      label="Notifications"
      align="end"
      className="flex w-90 max-w-[calc(100vw-16px)] flex-col p-0"
      trigger={
        <IconButton
          label={unread > 0 ? `Notifications, ${unread} unread` : "Notifications"}
          className="relative"
          onPointerEnter={() => warm(part)}
        >
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
      <Notices {...props} />
    </Popover>
  );
}

function Notices(props: NotificationBellProps) {
  const parts = usePart(part, true);
  return parts && <parts.NoticesPanel {...props} />;
}
