"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { EntryChanges } from "@/components/audit/entry-changes";
import { addressWith } from "@/components/data-table/table-address";
import { useLeaving } from "@/components/data-table/use-leaving";
import { CopyText } from "@/components/ui/copy-text";
import { DescriptionList } from "@/components/ui/description-list";
import { Sheet } from "@/components/ui/sheet";
import { useTimeStyle } from "@/components/ui/time-style";
import { exactText } from "@/components/ui/time-text";
import { differences } from "@/lib/audit/changes";
import type { AuditDetail } from "@/lib/audit/schema";
import { actorParts, entryWords, recordWord } from "@/lib/audit/words";
import type { LogLine } from "@/lib/logs/schema";

type Call = Pick<LogLine, "id" | "method" | "path">;

/** `client`: its browser and system in words. `call`: the call of the API that did it, where one did. */
type EntrySheetProps = { entry: AuditDetail; call?: Call | undefined; client: string; timeZone: string };

export function EntrySheet({ entry, call, client, timeZone }: EntrySheetProps) {
  const sheet = useLeaving("entry");
  const changes = differences(entry);
  return (
    <Sheet {...sheet} title={entryWords(entry)}>
      <DescriptionList
        items={[
          { label: "Who", value: <Who actor={entry.actor} via={entry.via} /> },
          ...(entry.reason ? [{ label: "Reason", value: entry.reason }] : []),
          { label: "When", value: <When at={entry.at} timeZone={timeZone} /> },
          { label: "Record", value: <RecordName entry={entry} /> },
          { label: "From", value: entry.address },
          { label: "Client", value: entry.agent && <span title={entry.agent}>{client}</span> },
          ...(call
            ? [
                {
                  label: "API call",
                  value: (
                    <Link href={`/logs?log=${call.id}`} className="break-all font-medium text-accent hover:underline">
                      {call.method} {call.path}
                    </Link>
                  ),
                },
              ]
            : []),
          {
            label: "Request",
            value: entry.request_id && (
              <>
                <CopyText
                  value={entry.request_id}
                  display={`…${entry.request_id.slice(-6)}`}
                  label="Copy request id"
                  className="-ml-1"
                />
                <Follow q={`request:${entry.request_id}`}>Everything of this request</Follow>
              </>
            ),
          },
        ]}
      />
      {changes.length > 0 && <EntryChanges changes={changes} timeZone={timeZone} />}
      <details className="mt-6">
        <summary className="cursor-pointer text-muted text-table hover:text-text">Raw entry</summary>
        <pre className="mt-2 overflow-x-auto rounded-control border bg-sunken px-3 py-2.5 font-mono text-xs">
          {JSON.stringify(rawOf(entry), null, 2)}
        </pre>
      </details>
    </Sheet>
  );
}

function rawOf({ operation, record_id, request_id, agent, before, after }: AuditDetail) {
  return { operation, record_id, request_id, client: agent, before, after };
}

/** Leads to the entries that this search finds. */
function Follow({ q, children }: { q: string; children: string }) {
  const query = useSearchParams();
  return (
    <Link
      href={addressWith(query, { q, entry: null, cursor: null, trail: null, view: null })}
      className="flex min-h-6 w-fit items-center font-medium text-accent text-table hover:underline"
    >
      {children}
    </Link>
  );
}

const means: Record<string, string> = {
  key: "By an API key",
  job: "By Berth itself",
  platform: "By the platform",
};

function Who({ actor, via }: Pick<AuditDetail, "actor" | "via">) {
  const { name, email } = actorParts(actor);
  const detail = email ?? means[via ?? ""];
  return (
    <>
      <span className="font-medium">{name}</span>
      {detail && <span className="block text-muted text-table">{detail}</span>}
    </>
  );
}

function When({ at, timeZone }: { at: Date; timeZone: string }) {
  const style = useTimeStyle();
  const moment = new Date(at);
  return (
    <time dateTime={moment.toISOString()} className="tabular-nums">
      {exactText(moment, timeZone, style)}
      {timeZone !== "UTC" && <span className="block text-muted text-table">{timeZone.replaceAll("_", " ")}</span>}
    </time>
  );
}

function RecordName({ entry }: { entry: AuditDetail }) {
  const kind = recordWord(entry.record_type);
  const words = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  return (
    <>
      {entry.record_path ? (
        <Link href={entry.record_path} className="font-medium text-accent hover:underline">
          {entry.record_name ?? words}
        </Link>
      ) : (
        <span>{entry.record_name ?? words}</span>
      )}
      {entry.record_name && <span className="ml-1.5 text-muted">{kind}</span>}
      {entry.record_id && (
        <>
          <span className="block">
            <CopyText
              value={entry.record_id}
              display={`…${entry.record_id.slice(-6)}`}
              label={`Copy id of the ${kind}`}
              className="-ml-1 text-muted"
            />
          </span>
          <Follow q={`record:${entry.record_id}`}>All its entries</Follow>
        </>
      )}
    </>
  );
}
