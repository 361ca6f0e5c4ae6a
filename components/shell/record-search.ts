"use client";

import { useEffect, useState } from "react";
import type { PaletteEntry } from "@/components/shell/palette-entries";
import type { SearchRecords } from "@/components/shell/types";

type Found = { query: string; hits: PaletteEntry[] };

/** Asks the server once the typing rests; an answer that comes late is dropped. */
export function useRecordSearch(search: SearchRecords | undefined, query: string) {
  const [found, setFound] = useState<Found>({ query: "", hits: [] });
  const wanted = query.trim();
  const worth = search !== undefined && wanted.length >= 2;

  useEffect(() => {
    if (!search || wanted.length < 2) return;
    let late = false;
    const answer = (hits: PaletteEntry[]) => {
      if (!late) setFound({ query: wanted, hits });
    };
    const timer = setTimeout(() => {
      search(wanted).then(
        (hits) => answer(hits.map((hit) => ({ icon: "search", ...hit, id: `record:${hit.id}` }))),
        () => answer([]),
      );
    }, 150);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [search, wanted]);

  return { hits: worth ? found.hits : [], searching: worth && found.query !== wanted };
}
