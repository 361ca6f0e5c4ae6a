import { InboxFilter } from "@/components/notices/inbox-filter";
import { inboxNotices } from "@/components/notices/inbox-notices";
import { NoticeList } from "@/components/notices/notice-list";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { accountPage } from "@/lib/access/page-door";
import { env } from "@/lib/env";
import { markMyNoticesReadAction } from "@/lib/notices/actions";
import { listMyNotices } from "@/lib/notices/inbox-operations";
import { shownNotices } from "@/lib/notices/schema";
import { accountShell } from "@/lib/shell/page";

export const metadata = { title: "Notifications" };

const empty = {
  all: "Nothing yet",
  unread: "You have read everything",
  archived: "Nothing in the archive",
};

/** The bells of all my organizations in one list. */
export default async function InboxPage({ searchParams }: { searchParams: SearchParams }) {
  const [door, search, { organizations, unread }] = await Promise.all([accountPage(), searchParams, accountShell()]);
  const counts = new Map(unread.map((place) => [place.organizationId, place.unread]));
  const places = organizations.flatMap(({ id, name, slug, state }) =>
    state === "active" ? [{ id, name, slug, unread: counts.get(id) ?? null }] : [],
  );
  const chosen = places.find(({ slug }) => slug === search.organization);
  const show = shownNotices.catch("all").parse(search.show);
  const notices = await runList(door, listMyNotices, searchParams, chosen ? { organizationId: chosen.id } : {});
  const total = places.reduce((sum, place) => sum + (place.unread ?? 0), 0);
  const counted = chosen ? (chosen.unread ?? 0) : total;
  const closed = places.filter((place) => place.unread === null && (!chosen || chosen.id === place.id));
  const address = (shown: string, cursor?: string | null) => {
    const query = new URLSearchParams({
      ...(chosen && { organization: chosen.slug }),
      ...(shown !== "all" && { show: shown }),
      ...(cursor && { cursor }),
    });
    return query.size > 0 ? `/notifications?${query}` : "/notifications";
  };
  return (
    <div className="max-w-3xl">
      <PageHeader
        title="Notifications"
        description="What needs you or concerns you, in all your organizations."
        actions={
          counted > 0 && (
            <form action={markMyNoticesReadAction}>
              {chosen && <input type="hidden" name="organizationId" value={chosen.id} />}
              <Button type="submit">{chosen ? `Mark all of ${chosen.name} read` : "Mark all read"}</Button>
            </form>
          )
        }
      />
      <Tabs
        label="Notifications"
        current={address(show)}
        tabs={[
          { label: "All", href: address("all") },
          { label: "Unread", href: address("unread"), count: counted },
          { label: "Archived", href: address("archived") },
        ]}
      />
      {places.length > 1 && <InboxFilter places={places} chosen={chosen?.slug} total={total} show={show} />}
      {closed.map(({ id, name }) => (
        <Callout key={id} className="mb-4">
          {name} shows its notifications only inside: sign in there to read them.
        </Callout>
      ))}
      {notices.data.length === 0 ? (
        <EmptyState icon="bell" title={empty[show]}>
          Requests to join, accepted invitations and changes of ownership appear here.
        </EmptyState>
      ) : (
        <NoticeList
          notices={inboxNotices(notices.data, places, env().rootUrl)}
          older={notices.next_cursor && address(show, notices.next_cursor)}
          archived={show === "archived"}
        />
      )}
    </div>
  );
}
