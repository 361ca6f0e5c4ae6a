"use client";

import { useSearchParams } from "next/navigation";
import { addressWith, atFirstPage, type Changes } from "@/components/data-table/table-address";
import { useLeaving } from "@/components/data-table/use-leaving";
import { JsonBlock } from "@/components/events/json-block";
import { CallStatus } from "@/components/logs/call-status";
import { CopyText } from "@/components/ui/copy-text";
import { DescriptionList } from "@/components/ui/description-list";
import { Sheet } from "@/components/ui/sheet";
import { TextLink } from "@/components/ui/text-link";
import { useTimeStyle } from "@/components/ui/time-style";
import { exactText } from "@/components/ui/time-text";
import { asCurl, curlNotes } from "@/lib/logs/curl-words";
import type { LogDetail } from "@/lib/logs/schema";
import { bodyText, callerWords, durationText } from "@/lib/logs/words";

type LogSheetProps = {
  call: LogDetail;
  timeZone: string;
  /** Where its path is answered. */
  address: string;
  /** By the ids of records that it touched: their pages, where they have one. */
  pages: Record<string, string>;
};

export function LogSheet({ call, timeZone, address, pages }: LogSheetProps) {
  const sheet = useLeaving("log");
  const query = useSearchParams();
  const style = useTimeStyle();
  const { caller, requestId, entities, headers, changes, request, response, bodiesSeen } = call;
  const others = (filter: Changes) => addressWith(query, { log: null, ...filter, ...atFirstPage });
  return (
    <Sheet {...sheet} title={`${call.method} ${call.path}`}>
      <DescriptionList
        items={[
          { label: "Status", value: <CallStatus call={call} /> },
          { label: "When", value: exactText(new Date(call.at), timeZone, style) },
          { label: "Took", value: durationText(call.milliseconds) },
          {
            label: callerWords[caller.kind],
            value: caller.id ? <TextLink href={others({ by: caller.id })}>{caller.name}</TextLink> : caller.name,
          },
          ...(call.address
            ? [{ label: "IP", value: <TextLink href={others({ address: call.address })}>{call.address}</TextLink> }]
            : []),
          ...(call.agent ? [{ label: "Client", value: call.agent }] : []),
          ...(requestId
            ? [
                {
                  label: "Request id",
                  value: <CopyText value={requestId} label="Copy the request id" className="-ml-1" />,
                },
              ]
            : []),
          ...(requestId && changes > 0
            ? [
                {
                  label: "Changed",
                  value: (
                    <TextLink href={`/audit?q=${encodeURIComponent(`request:${requestId}`)}`}>
                      {changes === 1 ? "One audit entry" : `${changes} audit entries`}
                    </TextLink>
                  ),
                },
              ]
            : []),
          ...(entities.length > 0
            ? [
                {
                  label: entities.length === 1 ? "Record" : "Records",
                  value: (
                    <ul>
                      {entities.map((entity) => (
                        <li key={entity} className="truncate font-mono text-[0.8125em]">
                          <TextLink href={pages[entity] ?? others({ entity })}>{entity}</TextLink>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
          {
            label: "cURL",
            value: (
              <>
                <CopyText value={asCurl(call, address)} display="Copy as cURL" label="Copy" className="-ml-1" />
                {curlNotes(call).map((note) => (
                  <p key={note} className="text-muted text-table">
                    {note}
                  </p>
                ))}
              </>
            ),
          },
        ]}
      />
      {call.query && <JsonBlock label="Query" value={queryText(call.query)} />}
      <JsonBlock label="Headers" value={headerText(headers)} />
      {bodiesSeen ? (
        <>
          {request.text !== null && (
            <JsonBlock label={`Request, ${sizeText(request.bytes)}`} value={bodyText(request.text)} />
          )}
          {response.text !== null && (
            <JsonBlock label={`Answer, ${sizeText(response.bytes)}`} value={bodyText(response.text)} />
          )}
        </>
      ) : (
        <p className="mt-6 text-muted">What it carried is for the person who called, or people who may do the same.</p>
      )}
    </Sheet>
  );
}

function headerText(headers: Record<string, string>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return lines.join("\n") || "None of note";
}

function queryText(query: string): string {
  return [...new URLSearchParams(query)].map(([name, value]) => `${name}: ${value}`).join("\n");
}

function sizeText(bytes: number): string {
  return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} kB`;
}
