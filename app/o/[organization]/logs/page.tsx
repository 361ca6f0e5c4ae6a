import { MissingRecord } from "@/components/data-table/missing-record";
import { LiveTail } from "@/components/logs/live-tail";
import { LogSheet } from "@/components/logs/log-sheet";
import { LogsTable } from "@/components/logs/logs-table";
import { OtherMode } from "@/components/logs/other-mode";
import { LogRetentionButton } from "@/components/logs/retention-button";
import { RoomNote } from "@/components/plans/room-note";
import { GuideLink } from "@/components/ui/guide-link";
import { PageHeader } from "@/components/ui/page-header";
import { runList, type SearchParams } from "@/lib/access/list-page";
import { organizationPage } from "@/lib/access/page-door";
import { env } from "@/lib/env";
import { organizationLink, rootLink } from "@/lib/hosts";
import { decodeId } from "@/lib/ids";
import { callersOf } from "@/lib/logs/callers";
import { findLog, listLogs, readLogRetention } from "@/lib/logs/operations";
import { pagesOf } from "@/lib/logs/pages";
import { findRoom } from "@/lib/plans/operations";
import { weeksOf } from "@/lib/preferences/weeks";
import { organizationShell } from "@/lib/shell/page";

export const metadata = { title: "Logs" };

type PageProps = { params: Promise<{ organization: string }>; searchParams: SearchParams };

export default async function LogsPage({ params, searchParams }: PageProps) {
  const [door, { log: asked, by }, { organization: slug }] = await Promise.all([
    organizationPage(params),
    searchParams,
    params,
  ]);
  const open = typeof asked === "string" && decodeId("log", asked) ? asked : undefined;
  const [list, { days }, call, room, { organization, permissions }, { callers, more, elsewhere }] = await Promise.all([
    runList(door, listLogs, searchParams),
    door.run(readLogRetention, {}),
    open ? door.runIfFound(findLog, { id: open }) : null,
    door.run(findRoom, { limit: "api_calls_a_day" }),
    organizationShell(slug),
    callersOf(door, by),
  ]);
  const { timeZone } = organization;
  return (
    <>
      <PageHeader
        title="Logs"
        description={`Calls of the API and of GraphQL, with secrets masked. Kept for ${days === 1 ? "one day" : `${days} days`}.`}
        actions={
          <>
            <GuideLink href={rootLink(env().rootUrl, "/docs/errors")}>What errors mean</GuideLink>
            <LiveTail />
            {permissions.includes("settings.manage") && (
              <LogRetentionButton organizationId={organization.id} days={days} />
            )}
          </>
        }
      />
      <RoomNote
        limit="api_calls_a_day"
        room={room}
        full="Calls are refused until midnight where the organization is."
        className="mb-4"
      />
      {asked && !call && (
        <MissingRecord
          what="call"
          named={Boolean(open)}
          kept={`Calls are kept for ${days === 1 ? "one day" : `${days} days`}.`}
        />
      )}
      {elsewhere && <OtherMode apiKey={elsewhere} />}
      <LogsTable
        calls={list.data}
        nextCursor={list.next_cursor}
        timeZone={timeZone}
        weeks={weeksOf(organization)}
        openId={open}
        callers={callers}
        more={more}
      />
      {call && (
        <LogSheet
          call={call}
          timeZone={timeZone}
          address={organizationLink(env().rootUrl, slug, call.path)}
          pages={pagesOf(call.entities)}
        />
      )}
    </>
  );
}
