import { InboxFilter } from "@/components/notices/inbox-filter";
import { InboxList } from "@/components/notices/inbox-list";
import { inboxNotices } from "@/components/notices/inbox-notices";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { SearchParams } from "@/lib/access/list-page";
import { accountPage } from "@/lib/access/page-door";
import { env } from "@/lib/env";
import { markMyNoticesReadAction } from "@/lib/notices/actions";
import { listMyNotices } from "@/lib/notices/inbox-operations";
import { accountShell } from "@/lib/shell/page";

export const metadata = { title: "Notifications" };

/** The bells of all my organizations in one list. */
export default async function InboxPage({ searchParams }: { searchParams: SearchParams }) {
  const [door, search, { organizations, unread }] = await Promise.all([accountPage(), searchParams, accountShell()]);
  const counts = new Map(unread.map((place) => [place.organizationId, place.unread]));
  const places = organizations.flatMap(({ id, name, slug, state }) =>
    state === "active" ? [{ id, name, slug, unread: counts.get(id) ?? null }] : [],
  );
  const chosen = places.find(({ slug }) => slug === search.organization);
  const onlyUnread = search.show === "unread";
  const notices = await door.run(listMyNotices, {
    unread: onlyUnread,
    ...(chosen ? { organizationId: chosen.id } : {}),
  });
  const total = places.reduce((sum, place) => sum + (place.unread ?? 0), 0);
  const counted = chosen ? (chosen.unread ?? 0) : total;
  const closed = places.filter((place) => place.unread === null && (!chosen || chosen.id === place.id));
  const address = (show: string) => {
    const query = new URLSearchParams({ ...(chosen && { organization: chosen.slug }), ...(show && { show }) });
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
        current={address(onlyUnread ? "unread" : "")}
        tabs={[
          { label: "All", href: address("") },
          { label: "Unread", href: address("unread"), count: counted },
        ]}
      />
      {places.length > 1 && <InboxFilter places={places} chosen={chosen?.slug} total={total} unread={onlyUnread} />}
      {closed.map(({ id, name }) => (
        <Callout key={id} className="mb-4">
          {name} shows its notifications only inside: sign in there to read them.
        </Callout>
      ))}
      {notices.length === 0 ? (
        <EmptyState icon="bell" title={onlyUnread ? "You have read everything" : "Nothing yet"}>
          Requests to join, accepted invitations and changes of ownership appear here.
        </EmptyState>
      ) : (
        <InboxList notices={inboxNotices(notices, places, env().rootUrl)} />
      )}
    </div>
  );
}
