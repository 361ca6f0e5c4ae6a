"use client";

import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { useFormContext } from "react-hook-form";
import { JsonBlock } from "@/components/events/json-block";
import { useField } from "@/components/form/form-context";
import { Checkbox } from "@/components/ui/checkbox";
import { GuideLink } from "@/components/ui/guide-link";
import { Input } from "@/components/ui/input";
import type { EventKind } from "@/lib/events/schema";

type EventPickerProps = { kinds: EventKind[]; chosen: string[] };

/** Events by what they tell of, each with a sample. What you may not see cannot be sent out either. */
export function EventPicker({ kinds, chosen }: EventPickerProps) {
  const { fault, present } = useField("events", "text");
  const setEvents = useEvents();
  const [all, setAll] = useState(chosen.includes("*"));
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set(chosen));
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState<EventKind>();
  const before = useRef(chosen);
  const [followed, setFollowed] = useState(false);
  const follow = useEffectEvent((events: string[]) => {
    const untouched = isSame(pickedNames(all, picked), before.current);
    before.current = events;
    setFollowed(untouched);
    if (!untouched) return;
    setAll(events.includes("*"));
    setPicked(new Set(events));
  });
  useEffect(() => {
    if (Array.isArray(present)) follow(present);
  }, [present]);
  const seesAll = kinds.every(({ seen }) => seen);
  const found = kinds.filter(({ type, of, when }) =>
    `${type} ${of} ${when}`.toLowerCase().includes(query.trim().toLowerCase()),
  );
  const groups = [...new Set(found.map(({ of }) => of))];
  const toggle = (type: string) => {
    const next = new Set(picked);
    if (!next.delete(type)) next.add(type);
    setPicked(next);
  };
  const names = pickedNames(all, picked);
  const said = names.join();
  useEffect(() => setEvents(said), [setEvents, said]);
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">Events</legend>
      {names.map((name) => (
        <input key={name} type="hidden" name="events[]" value={name} />
      ))}
      {seesAll && (
        <label htmlFor="every-event" className="mb-2 flex items-center gap-2">
          <Checkbox id="every-event" checked={all} onChange={() => setAll(!all)} />
          Every event, also those that are yet to come
        </label>
      )}
      {!all && (
        <>
          <Input
            type="search"
            aria-label="Search events"
            placeholder="Search events"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            className="mb-2"
          />
          <section
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
            tabIndex={0}
            aria-label="Events to choose from"
            className="max-h-72 overflow-y-auto rounded-control border bg-surface"
          >
            {groups.map((group) => (
              <div key={group}>
                <p className="sticky top-0 bg-sunken px-3 py-1 font-medium text-muted text-table">{group}</p>
                <ul className="divide-y divide-border">
                  {found
                    .filter(({ of }) => of === group)
                    .map((kind) => (
                      <EventLine
                        key={kind.type}
                        kind={kind}
                        checked={picked.has(kind.type)}
                        open={shown?.type === kind.type}
                        onToggle={() => toggle(kind.type)}
                        onShow={() => setShown(shown?.type === kind.type ? undefined : kind)}
                      />
                    ))}
                </ul>
              </div>
            ))}
            {groups.length === 0 && <p className="px-3 py-2 text-muted">No event is called so.</p>}
          </section>
          <p className="mt-1.5 text-muted text-table">{countWords(names.length)}</p>
        </>
      )}
      {fault && !followed && <p className="mt-1.5 text-danger text-table">{fault}</p>}
      {shown && !all && (
        <div key={shown.type} ref={reveal}>
          <JsonBlock label={`Sample of ${shown.type}`} value={shown.sample} />
        </div>
      )}
      <p className="mt-1.5 text-table">
        <GuideLink href="/docs/events" apart>
          What each event carries
        </GuideLink>
      </p>
    </fieldset>
  );
}

type EventLineProps = {
  kind: EventKind;
  checked: boolean;
  open: boolean;
  onToggle: () => void;
  onShow: () => void;
};

function EventLine({ kind, checked, open, onToggle, onShow }: EventLineProps) {
  const box = `event-${kind.type}`;
  return (
    <li className="flex items-start justify-between gap-3 px-3 py-1.5">
      <div className="min-w-0">
        <label htmlFor={box} className="flex items-center gap-2 touch:min-h-8">
          <Checkbox
            id={box}
            checked={checked}
            disabled={!kind.seen}
            onChange={onToggle}
            aria-describedby={`${box}-when`}
          />
          <span className="break-all font-mono text-table">{kind.type}</span>
          {!kind.seen && <span className="text-muted text-table">not yours to see</span>}
        </label>
        <p id={`${box}-when`} className="pl-6 text-muted text-xs">
          {kind.when.replaceAll("`", "")}
        </p>
      </div>
      <button
        type="button"
        aria-expanded={open}
        onClick={onShow}
        className="rounded-[4px] font-medium text-accent text-table hover:underline touch:min-h-11"
      >
        Sample<span className="sr-only"> of {kind.type}</span>
      </button>
    </li>
  );
}

/** What is picked, for the form's own check: the hidden fields are none of its fields. */
function useEvents(): (said: string) => void {
  const { setValue, formState } = useFormContext();
  const { isSubmitted } = formState;
  return useCallback(
    (said) => setValue("events", said ? said.split(",") : [], { shouldValidate: isSubmitted }),
    [setValue, isSubmitted],
  );
}

const pickedNames = (all: boolean, picked: ReadonlySet<string>) =>
  all ? ["*"] : [...picked].filter((name) => name !== "*");

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((one) => others.includes(one));

/** It opens below the list, which on a phone is below what is seen. */
function reveal(sample: HTMLElement | null) {
  sample?.scrollIntoView({ block: "nearest" });
}

function countWords(count: number): string {
  if (count === 0) return "Choose at least one.";
  return count === 1 ? "One event is chosen." : `${count} events are chosen.`;
}
