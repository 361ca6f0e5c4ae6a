"use client";

import { useEffect, useState } from "react";
import type { Hit } from "@/lib/docs/search";

export type Found = { words: string; hits: Hit[]; more: boolean };

/** What the documentation has for these words, shortly after they were typed. The last answer stays until the next. */
export function useHits(words: string): Found | undefined {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    if (!words.trim()) {
      setFound(undefined);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`/docs/search/hits?q=${encodeURIComponent(words)}`, { signal: stop.signal });
        if (answer.ok) setFound({ words, ...(await answer.json()) });
      } catch {
        // Enter still leads to the page of results.
      }
    }, 80);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [words]);
  return found;
}
