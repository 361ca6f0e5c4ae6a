"use client";

import { RotateCw } from "lucide-react";
import { useState, useTransition } from "react";
import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn } from "@/components/data-table/types";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { resendDeadLettersAction } from "@/lib/console/actions";
import type { DeadLetter } from "@/lib/console/dead-letters";

const columns: DataColumn<DeadLetter>[] = [
  {
    id: "event",
    header: "Event",
    hideable: false,
    cell: ({ event, receiver, again }) => (
      <span className="block min-w-44 py-1">
        <code className="block truncate text-xs">{event}</code>
        <span className="block truncate font-normal text-muted text-xs">
          to {receiver}
          {!again && ", which is sent nothing now"}
        </span>
      </span>
    ),
  },
  {
    id: "organization",
    header: "Organization",
    cell: ({ organization_id, organization_name }) => (
      <TextLink href={`/console/organizations/${organization_id}`}>{organization_name}</TextLink>
    ),
  },
  {
    id: "error",
    header: "What went wrong",
    phone: "line",
    cell: ({ last_status, last_error }) =>
      last_status === null ? (last_error?.replaceAll("_", " ") ?? "") : `Answered ${last_status}`,
  },
  { id: "attempts", header: "Tries", align: "right", cell: ({ attempts }) => attempts },
  { id: "created_at", header: "Made", cell: ({ created_at }) => <RelativeTime value={created_at} /> },
  {
    id: "finished_at",
    header: "Given up",
    cell: ({ finished_at }) => (finished_at ? <RelativeTime value={finished_at} /> : null),
  },
];

type Answer = { sent: number; left: { id: string; words: string }[] };

export function DeadLettersTable({ rows, nextCursor }: { rows: DeadLetter[]; nextCursor: string | null }) {
  const [sending, setSending] = useState<string[]>([]);
  const [answer, setAnswer] = useState<Answer>();
  const [pending, start] = useTransition();
  const send = (chosen: DeadLetter[], clear?: () => void) => {
    setSending(chosen.map(({ id }) => id));
    start(async () => {
      const { sent, left } = await resendDeadLettersAction(chosen.map(({ id }) => id));
      clear?.();
      setAnswer({
        sent: sent.length,
        left: left.map(({ id, message }) => ({ id, words: leftWords(chosen, id, message) })),
      });
    });
  };
  return (
    <>
      {answer && <Answered {...answer} />}
      <DataTable
        id="dead-letters"
        label="Dead letters"
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        nextCursor={nextCursor}
        selection
        bulkActions={({ rows: chosen, clear }) => (
          <SendChosen chosen={chosen} pending={pending} onSend={(able) => send(able, clear)} />
        )}
        rowActions={(row) =>
          row.again ? (
            <Button size="sm" pending={pending && sending.includes(row.id)} onClick={() => send([row])}>
              <RotateCw />
              Send again
            </Button>
          ) : null
        }
        empty={
          <EmptyState icon="webhook" title="Every delivery arrived">
            What an organization's webhook never takes stands here after its last try.
          </EmptyState>
        }
      />
    </>
  );
}

type SendChosenProps = { chosen: DeadLetter[]; pending: boolean; onSend: (able: DeadLetter[]) => void };

function SendChosen({ chosen, pending, onSend }: SendChosenProps) {
  const able = chosen.filter(({ again }) => again);
  if (able.length === 0) return <span className="text-muted text-table">Their webhooks are sent nothing now</span>;
  return (
    <Button variant="primary" size="sm" pending={pending} onClick={() => onSend(able)}>
      <RotateCw />
      Send {able.length === chosen.length ? able.length : `${able.length} of ${chosen.length}`} again
    </Button>
  );
}

function Answered({ sent, left }: Answer) {
  return (
    <Callout tone={left.length > 0 ? "warning" : "positive"} title={sentWords(sent)} className="mb-4">
      {left.length > 0 && (
        <ul>
          {left.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        </ul>
      )}
    </Callout>
  );
}

function sentWords(sent: number): string {
  if (sent === 0) return "None was sent again.";
  return sent === 1 ? "One is on its way again." : `${sent} are on their way again.`;
}

function leftWords(letters: DeadLetter[], id: string, message: string): string {
  const letter = letters.find((each) => each.id === id);
  return letter ? `${letter.event} of ${letter.organization_name} to ${letter.receiver}: ${message}` : message;
}
