"use client";

import { useEffect, useState } from "react";
import type { PaletteEntry } from "@/components/shell/palette-entries";
import type { SearchRecords } from "@/components/shell/types";

/** Milliseconds. Short, because the answer shall stand within a tenth of a second of the last key. */
const rest = 50;

type Found = { query: string; hits: PaletteEntry[] };

/** Asks the server once the typing rests; an answer that comes late is dropped. */
export function useRecordSearch(search: SearchRecords | undefined, query: string) {
  const [found, setFound] = useState<Found>({ query: "", hits: [] });
  const wanted = query.trim();
  const worth = search !== undefined && wanted.length >= 2;

  useEffect(() => {
    if (!search || wanted.length < 2) return;
    const stop = new AbortController();
    const answer = (hits: PaletteEntry[]) => {
      if (!stop.signal.aborted) setFound({ query: wanted, hits });
    };
    const timer = setTimeout(() => {
      search(wanted, stop.signal).then(
        (hits) => answer(hits.map((hit) => ({ icon: "search", ...hit, id: `record:${hit.id}` }))),
        () => answer([]),
      );
    }, rest);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [search, wanted]);

  const searching = worth && found.query !== wanted;
  return { hits: worth ? found.hits.filter((hit) => !searching || holds(hit, wanted)) : [], searching };
}

/** Of the last answer, what the new word still finds may stay until the next one. */
function holds({ label, detail = "" }: PaletteEntry, wanted: string): boolean {
  return `${label} ${detail}`.toLowerCase().includes(wanted.toLowerCase());
}
