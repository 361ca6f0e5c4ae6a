import { CodeTabs } from "@/components/docs/code";
import { FieldRows } from "@/components/docs/field-rows";
import { Words } from "@/components/docs/words";
import type { EventEntry, EventKindPage } from "@/lib/docs/event-pages";

/** The events of one kind of record: when each is sent with its example, then the fields that they share. */
export function EventPayload({ kind: { events, examples, fields, around } }: { kind: EventKindPage }) {
  return (
    <>
      <ul className="divide-y border-y">
        {events.map((event, at) => (
          <Event key={event.type} event={event} example={examples[event.type] ?? ""} open={at === 0} />
        ))}
      </ul>
      <div className="grid gap-x-10 xl:grid-cols-2">
        <div className="min-w-0">
          <FieldRows title="In data: the record, as it stood then" rows={fields} />
        </div>
        <div className="min-w-0">
          <FieldRows title="Around it" rows={around} />
        </div>
      </div>
    </>
  );
}

function Event({ event: { type, anchor, also, when }, example, open }: EventProps) {
  return (
    <li className="grid gap-x-10 py-4 xl:grid-cols-2">
      <div className="min-w-0">
        <h2 id={anchor} className="scroll-mt-20 break-all font-medium font-mono">
          <a href={`#${anchor}`} className="rounded-[4px] hover:underline">
            {type}
          </a>
        </h2>
        <p className="mt-1">
          <Words text={when} />
        </p>
        {also && (
          <p className="mt-1 text-muted text-table">
            An endpoint may ask for it as <code className="break-all font-mono text-text">{also}</code> too.
          </p>
        )}
      </div>
      <details open={open} className="mt-1.5 min-w-0 xl:mt-0">
        <summary className="rounded-[4px] py-1 font-medium text-muted text-table touch:py-3">
          Example<span className="sr-only"> of {type}</span>
        </summary>
        <CodeTabs samples={[{ language: "json", label: "", code: example }]} />
      </details>
    </li>
  );
}

type EventProps = { event: EventEntry; example: string; open: boolean };
