import Link from "next/link";
import { ArchiveButton } from "@/components/notices/archive-button";
import { NoticeLine } from "@/components/shell/notice-line";
import type { ShellNotice } from "@/components/shell/types";
import { buttonStyles } from "@/components/ui/button-styles";

type NoticeListProps = {
  notices: ShellNotice[];
  /** Where the ones before these stand. */
  older: string | null;
  archived: boolean;
  organizationId?: string;
};

export function NoticeList({ notices, older, archived, organizationId }: NoticeListProps) {
  return (
    <>
      <ul className="divide-y rounded-surface border bg-surface">
        {notices.map((notice) => (
          <li key={notice.id} className="flex items-start gap-2 py-0.5 pr-2 pl-2">
            <div className="min-w-0 flex-1">
              <NoticeLine notice={notice} />
            </div>
            <ArchiveButton
              organizationId={organizationId}
              ids={(notice.items ?? [notice]).map(({ id }) => id)}
              archived={archived}
              read={notice.read}
              title={notice.title}
            />
          </li>
        ))}
      </ul>
      {older && (
        <p className="mt-4 text-center">
          <Link href={older} className={buttonStyles({ variant: "secondary" })}>
            Older notifications
          </Link>
        </p>
      )}
    </>
  );
}
