"use client";

import { ListFilter } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import { fieldsOf, type QueryFields, queryOf } from "@/lib/audit/form-rules";
import { actionWords, recordTypes, viaWords } from "@/lib/audit/query-words";
import { recordWord } from "@/lib/audit/words";

type QueryFormProps = { query: string; actors: { id: string; name: string }[]; onAsk: (query: string) => void };

const labelled = (words: Record<string, { label: string }>) =>
  Object.entries(words).map(([value, { label }]) => ({ value, label }));
const kinds = Object.entries(recordTypes)
  .map(([value, type]) => ({ value, label: recordWord(type).replace(/^./, (letter) => letter.toUpperCase()) }))
  .sort((one, other) => one.label.localeCompare(other.label));

/** The same search as a form: it writes the words that could have been typed. */
export function QueryForm({ query, actors, onAsk }: QueryFormProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label="Filter the audit trail"
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="w-[min(22rem,calc(100vw-1rem))]"
      trigger={
        <Button>
          <ListFilter />
          Filter
        </Button>
      }
    >
      <Fields
        key={query}
        first={fieldsOf(query)}
        actors={actors}
        onDone={(fields) => {
          setOpen(false);
          onAsk(queryOf(fields, query));
        }}
      />
    </Popover>
  );
}

type FieldsProps = { first: QueryFields; actors: QueryFormProps["actors"]; onDone: (fields: QueryFields) => void };

function Fields({ first, actors, onDone }: FieldsProps) {
  const [fields, setFields] = useState(first);
  const bind = (name: keyof QueryFields) => ({
    value: fields[name],
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  });
  const people = [{ value: "me", label: "Me" }, ...actors.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <form
      className="grid grid-cols-2 gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(fields);
      }}
    >
      <Labelled label="Who" wide>
        {(id) => <Select id={id} placeholder="Anybody" options={withOwn(people, fields.actor)} {...bind("actor")} />}
      </Labelled>
      <Labelled label="What happened">
        {(id) => (
          <Select
            id={id}
            placeholder="Anything"
            options={withOwn(labelled(actionWords), fields.action)}
            {...bind("action")}
          />
        )}
      </Labelled>
      <Labelled label="Kind of record">
        {(id) => <Select id={id} placeholder="Any" options={withOwn(kinds, fields.record)} {...bind("record")} />}
      </Labelled>
      <Labelled label="From day">{(id) => <Input id={id} type="date" {...bind("from")} />}</Labelled>
      <Labelled label="Until day">{(id) => <Input id={id} type="date" {...bind("until")} />}</Labelled>
      <Labelled label="By means of">
        {(id) => <Select id={id} placeholder="Any" options={labelled(viaWords)} {...bind("via")} />}
      </Labelled>
      <Labelled label="From address">
        {(id) => <Input id={id} placeholder="192.0.2.*" autoComplete="off" {...bind("ip")} />}
      </Labelled>
      <Labelled label="Words" wide>
        {(id) => (
          <Input id={id} placeholder="A name, a reference, an operation" autoComplete="off" {...bind("words")} />
        )}
      </Labelled>
      <div className="col-span-2 flex justify-end gap-2">
        <Button type="button" variant="ghost" onClick={() => onDone(empty)}>
          Clear
        </Button>
        <Button type="submit" variant="primary">
          Show entries
        </Button>
      </div>
    </form>
  );
}

const empty: QueryFields = { words: "", actor: "", action: "", record: "", via: "", from: "", until: "", ip: "" };

function Labelled({
  label,
  wide = false,
  children,
}: {
  label: string;
  wide?: boolean;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={wide ? "col-span-2" : "min-w-0"}>
      <label htmlFor={id} className="mb-1 block font-medium text-table">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

/** A typed value that is none of the choices stays one. */
function withOwn(options: { value: string; label: string }[], own: string) {
  return own === "" || options.some(({ value }) => value === own) ? options : [{ value: own, label: own }, ...options];
}
