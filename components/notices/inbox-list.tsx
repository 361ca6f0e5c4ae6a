import { Check } from "lucide-react";
import { NoticeLine } from "@/components/shell/notice-line";
import type { ShellNotice } from "@/components/shell/types";
import { IconButton } from "@/components/ui/icon-button";
import { markMyNoticesReadAction } from "@/lib/notices/actions";

export function InboxList({ notices }: { notices: ShellNotice[] }) {
  return (
    <ul className="divide-y rounded-surface border bg-surface">
      {notices.map((notice) => (
        <li key={notice.id} className="flex items-start gap-2 px-2 py-0.5">
          <div className="min-w-0 flex-1">
            <NoticeLine notice={notice} />
          </div>
          {!notice.read && (
            <form action={markMyNoticesReadAction} className="pt-1.5">
              <input type="hidden" name="ids[]" value={notice.id} />
              <IconButton type="submit" size="sm" label={`Mark read: ${notice.title}`}>
                <Check />
              </IconButton>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
