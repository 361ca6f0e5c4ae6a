import { NoticeList } from "@/components/notices/notice-list";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { organizationPage } from "@/lib/access/page-door";
import { markAllNoticesReadAction } from "@/lib/notices/actions";
import { listNotices } from "@/lib/notices/operations";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Notifications" };

type PageProps = {
  params: Promise<{ organization: string }>;
  searchParams: Promise<{ show?: string | string[]; cursor?: string | string[] }>;
};

export default async function NotificationsPage({ params, searchParams }: PageProps) {
  const door = await organizationPage(params);
  const [{ organization, unread }, search] = await Promise.all([
    organizationShell((await params).organization),
    searchParams,
  ]);
  const show = search.show === "unread" ? "unread" : "all";
  const cursor = typeof search.cursor === "string" ? search.cursor : undefined;
  const notices = await door.run(listNotices, { show, cursor });
  return (
    <div className="max-w-3xl">
      <PageHeader
        title="Notifications"
        description={`What needs you or concerns you in ${organization.name}.`}
        actions={
          unread > 0 && (
            <form action={markAllNoticesReadAction.bind(null, organization.id)}>
              <Button type="submit">Mark all read</Button>
            </form>
          )
        }
      />
      <Tabs
        label="Notifications"
        tabs={[
          { label: "All", href: "/notifications" },
          { label: "Unread", href: "/notifications?show=unread", count: unread },
        ]}
      />
      {notices.data.length === 0 ? (
        <EmptyState icon="bell" title={show === "unread" ? "You have read everything" : "Nothing yet"}>
          Requests to join, accepted invitations and changes of ownership appear here.
        </EmptyState>
      ) : (
        <NoticeList notices={notices.data} timeZone={organization.timeZone} next={notices.next_cursor} show={show} />
      )}
    </div>
  );
}
