import Link from "next/link";
import { NoticeList } from "@/components/notices/notice-list";
import { NoticeDecisions } from "@/components/notices/request-acts";
import { shellNotices } from "@/components/notices/shell-notices";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { markAllNoticesReadAction } from "@/lib/notices/actions";
import { listNotices } from "@/lib/notices/operations";
import { shownNotices } from "@/lib/notices/schema";
import { findRoom } from "@/lib/plans/operations";
import { letters } from "@/lib/registrations/letters";
import { listRolesToGive } from "@/lib/registrations/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Notifications" };

type PageProps = { params: Promise<{ organization: string }>; searchParams: SearchParams };

const empty = {
  all: "Nothing yet",
  unread: "You have read everything",
  archived: "Nothing in the archive",
};

export default async function NotificationsPage({ params, searchParams }: PageProps) {
  const door = await organizationPage(params);
  const [{ organization, unread }, search] = await Promise.all([
    organizationShell((await params).organization),
    searchParams,
  ]);
  const show = shownNotices.catch("all").parse(search.show);
  const [notices, options, seats] = await Promise.all([
    runList(door, listNotices, searchParams),
    door.runIfAllowed(listRolesToGive, {}),
    door.run(findRoom, { limit: "max_users" }),
  ]);
  const deciding = options && { ...options, organizationId: organization.id, letters: letters(organization), seats };
  return (
    <div className="max-w-3xl">
      <PageHeader
        title="Notifications"
        description={`What needs you or concerns you in ${organization.name}.`}
        actions={
          <>
            <Link href="/notifications/preferences" className={buttonStyles({ variant: "secondary" })}>
              Choose what you get
            </Link>
            {unread > 0 && (
              <form action={markAllNoticesReadAction.bind(null, organization.id)}>
                <Button type="submit">Mark all read</Button>
              </form>
            )}
          </>
        }
      />
      <Tabs
        label="Notifications"
        current={show === "all" ? "/notifications" : `/notifications?show=${show}`}
        tabs={[
          { label: "All", href: "/notifications" },
          { label: "Unread", href: "/notifications?show=unread", count: unread },
          { label: "Archived", href: "/notifications?show=archived" },
        ]}
      />
      {notices.data.length === 0 ? (
        <EmptyState icon="bell" title={empty[show]}>
          Requests to join, accepted invitations and changes of ownership appear here.
        </EmptyState>
      ) : (
        <NoticeDecisions deciding={deciding}>
          <NoticeList
            notices={shellNotices(notices.data, { organizationId: organization.id, role: organization.newMembersRole })}
            older={
              notices.next_cursor && `/notifications?${new URLSearchParams({ show, cursor: notices.next_cursor })}`
            }
            archived={show === "archived"}
            organizationId={organization.id}
          />
        </NoticeDecisions>
      )}
    </div>
  );
}
