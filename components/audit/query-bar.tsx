"use client";

import { Search } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useState, useTransition } from "react";
import { QueryChips } from "@/components/audit/query-chips";
import { QueryForm } from "@/components/audit/query-form";
import { SuggestionList } from "@/components/audit/suggestion-list";
import { useSuggestions } from "@/components/audit/use-suggestions";
import { addressWith } from "@/components/data-table/table-address";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { longestQuery } from "@/lib/audit/query-rules";

export type Choices = { actors: { id: string; name: string }[]; operations: string[] };

type QueryBarProps = { choices: Choices; faults: string[] };

/** The search in words and the form that writes the same words. */
export function QueryBar({ choices, faults }: QueryBarProps) {
  const router = useRouter();
  const query = useSearchParams();
  const asked = query.get("q") ?? "";
  const [pending, startTransition] = useTransition();
  const [typed, setTyped] = useState(asked);
  const [shown, setShown] = useState(asked);
  // Back, a view or a chip changed the address: the field follows.
  if (shown !== asked) {
    setShown(asked);
    setTyped(asked);
  }

  function ask(text: string) {
    setTyped(text);
    startTransition(() =>
      router.push(addressWith(query, { q: text.trim() || null, cursor: null, trail: null, entry: null })),
    );
  }

  const suggestions = useSuggestions({ typed, choices, onChange: setTyped, onAsk: ask });
  const faulty = faults.length > 0 && typed === asked;
  return (
    <search>
      <div className="flex flex-wrap gap-2">
        <form
          className="relative min-w-0 flex-1 basis-64 sm:max-w-2xl"
          onSubmit={(event) => {
            event.preventDefault();
            ask(typed);
          }}
        >
          <span className="pointer-events-none absolute top-0 left-3 grid h-9 place-items-center text-muted touch:h-11 [&_svg]:size-4">
            {pending ? <Spinner /> : <Search aria-hidden="true" />}
          </span>
          <Input
            {...suggestions.input}
            name="q"
            type="search"
            data-table-search=""
            autoComplete="off"
            spellCheck={false}
            maxLength={longestQuery}
            aria-label="Search the audit trail"
            aria-invalid={faulty}
            aria-describedby={faulty ? "query-faults" : undefined}
            placeholder="Search, or actor: action: record: created: ip:"
            value={typed}
            className="pl-9 font-mono text-table placeholder:font-sans [&::-webkit-search-cancel-button]:hidden"
          />
          <SuggestionList {...suggestions.list} />
        </form>
        <QueryForm query={asked} actors={choices.actors} onAsk={ask} />
      </div>
      {faulty && (
        <ul id="query-faults" role="alert" className="mt-1.5 text-danger text-table">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      <QueryChips query={asked} actors={choices.actors} onAsk={ask} />
    </search>
  );
}
