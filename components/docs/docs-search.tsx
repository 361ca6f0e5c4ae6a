"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { HitList } from "@/components/docs/hit-list";
import { useHits } from "@/components/docs/use-hits";
import { useSearchKey } from "@/components/docs/use-search-key";
import { HeldInput } from "@/components/ui/held-control";
import { Kbd } from "@/components/ui/kbd";

/** The search of the documentation. Without a script Enter leads to the page of results; with one they show at once. */
export function DocsSearch() {
  const [words, setWords] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const found = useHits(words);
  const router = useRouter();
  const id = useId();
  useSearchKey(input);

  const shown = open && found !== undefined;
  const hits = found?.hits ?? [];
  const close = () => {
    setOpen(false);
    setActive(-1);
  };

  function go(href: string) {
    close();
    input.current?.blur();
    router.push(href);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((at) => (step > 0 ? (at + 1) % hits.length : at <= 0 ? hits.length - 1 : at - 1));
    } else if (event.key === "Escape") {
      if (shown) close();
      else setWords("");
    } else if (event.key === "Enter") {
      const chosen = shown ? hits[active] : undefined;
      if (!chosen && !words.trim()) return;
      event.preventDefault();
      go(chosen?.href ?? `/docs/search?q=${encodeURIComponent(words)}`);
    }
  }

  return (
    <search
      className="relative ml-auto w-full max-w-88"
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && close()}
    >
      <form action="/docs/search" className="relative">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-muted touch:top-3.5"
        />
        <HeldInput
          ref={input}
          name="q"
          role="combobox"
          aria-label="Search the docs"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={`${id}hits`}
          aria-activedescendant={shown && active >= 0 ? `${id}${active}` : undefined}
          placeholder="Search"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          value={words}
          onChange={({ target }) => {
            setWords(target.value);
            setOpen(true);
            setActive(-1);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={onKeyDown}
          className="h-9 w-full rounded-control border border-control bg-surface pr-9 pl-8.5 touch:h-11"
        />
        <span aria-hidden="true" className="pointer-events-none absolute top-2 right-2 max-sm:hidden touch:hidden">
          <Kbd>/</Kbd>
        </span>
      </form>
      {shown && <HitList id={id} found={found} active={active} onActive={setActive} onGo={go} />}
      <p aria-live="polite" className="sr-only">
        {shown && (hits.length === 0 ? "Nothing found" : `${hits.length} results`)}
      </p>
    </search>
  );
}
