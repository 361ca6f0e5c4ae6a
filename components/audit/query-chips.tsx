import { X } from "lucide-react";
import { parseQuery, type Term } from "@/lib/audit/query-rules";
import { actionWords, viaWords } from "@/lib/audit/query-words";
import { without } from "@/lib/audit/suggestion-rules";

type QueryChipsProps = { query: string; actors: { id: string; name: string }[]; onAsk: (query: string) => void };

const names: Record<Term["key"], string> = {
  actor: "Who",
  action: "What",
  record: "Record",
  created: "When",
  ip: "From",
  via: "By means of",
  request: "Request",
  text: "Words",
};

/** What the query says, part by part; each can be taken away. */
export function QueryChips({ query, actors, onAsk }: QueryChipsProps) {
  const { terms } = parseQuery(query);
  if (terms.length === 0) return null;
  return (
    <ul aria-label="Filters in use" className="mt-2 flex flex-wrap gap-1.5">
      {terms.map((term, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the same part may stand twice
          key={`${at}-${term.key}`}
          className="inline-flex h-7 max-w-full items-center rounded-control border bg-surface pl-2.5 text-table touch:h-9"
        >
          <span className="truncate">
            <span className="text-muted">
              {names[term.key]}
              {term.not && " not"}:{" "}
            </span>
            {term.values.map((value) => valueWords(term.key, value, actors)).join(" or ")}
          </span>
          <button
            type="button"
            aria-label={`Remove filter ${names[term.key]}`}
            onClick={() => onAsk(without(query, at))}
            className="thumb ml-1 grid h-full w-6 place-items-center rounded-r-control text-muted hover:bg-hover hover:text-text"
          >
            <X aria-hidden="true" className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function valueWords(key: Term["key"], value: string, actors: { id: string; name: string }[]): string {
  if (key === "action") return actionWords[value]?.label ?? value;
  if (key === "via") return viaWords[value]?.label ?? value;
  if (key === "actor") return actors.find(({ id }) => id === value)?.name ?? value;
  return value;
}
