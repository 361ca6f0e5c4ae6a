import { MissingRecord } from "@/components/data-table/missing-record";
import { EventSheet } from "@/components/events/event-sheet";
import { EventsTable } from "@/components/events/events-table";
import { GuideLink } from "@/components/ui/guide-link";
import { PageHeader } from "@/components/ui/page-header";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { env } from "@/lib/env";
import { findEvent, listEvents, listEventTypes } from "@/lib/events/operations";
import { rootLink } from "@/lib/hosts";
import { decodeId } from "@/lib/ids";
import { weeksOf } from "@/lib/preferences/weeks";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Events" };

type PageProps = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default async function EventsPage({ params, searchParams }: PageProps) {
  const [door, { event: asked }] = await Promise.all([organizationPage(params), searchParams]);
  const open = typeof asked === "string" && decodeId("evt", asked) ? asked : undefined;
  const [list, { data: kinds }, event, { organization }] = await Promise.all([
    runList(door, listEvents, searchParams),
    door.run(listEventTypes, {}),
    open ? door.runIfFound(findEvent, { id: open }) : null,
    organizationShell((await params).organization),
  ]);
  return (
    <>
      <PageHeader
        title="Events"
        description={
          <>
            What happened to records in the last 30 days, as programs are told of it.{" "}
            <GuideLink href={rootLink(env().rootUrl, "/docs/webhooks#every-event")}>Every event</GuideLink>
          </>
        }
      />
      {asked && !event && <MissingRecord what="event" named={Boolean(open)} kept="Events are kept for 30 days." />}
      <EventsTable
        events={list.data}
        nextCursor={list.next_cursor}
        timeZone={organization.timeZone}
        types={kinds.map(({ type }) => type)}
        weeks={weeksOf(organization)}
        openId={open}
      />
      {event && <EventSheet event={event} timeZone={organization.timeZone} />}
    </>
  );
}
