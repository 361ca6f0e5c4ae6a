"use client";

import { useEffect, useRef, useState } from "react";

/** Milliseconds until an answer that did not come is asked for again. */
const pauses = [500, 2000];

type Answer<Item> = { text: string; found: Item[]; failed?: true };

export type Found<Item> = {
  /** Of the last answer while the next one is awaited. */
  found: Item[];
  state: "searching" | "there" | "failed";
};

/**
 * Asks the server once the typing rests (`rest` in milliseconds), and some more times where it does not answer; an
 * answer that comes late is dropped. An empty text asks nothing.
 */
export function useFound<Item>(
  text: string,
  search: (text: string, signal: AbortSignal) => Promise<Item[]>,
  rest: number,
): Found<Item> {
  const [answer, setAnswer] = useState<Answer<Item>>({ text: "", found: [] });
  const latest = useRef(search);
  latest.current = search;
  useEffect(() => {
    if (text === "") return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    function ask(after: number, [pause, ...later]: number[]) {
      timer = setTimeout(async () => {
        const found = await latest.current(text, stop.signal).catch(() => undefined);
        if (stop.signal.aborted) return;
        if (found) setAnswer({ text, found });
        else if (pause === undefined) setAnswer({ text, found: [], failed: true });
        else ask(pause, later);
      }, after);
    }
    ask(rest, pauses);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [text, rest]);
  if (text !== "" && answer.text !== text) return { found: answer.found, state: "searching" };
  return { found: answer.found, state: answer.failed ? "failed" : "there" };
}

/** What stands where a list would; null where there is one. */
export function searchSentence({ state }: Pick<Found<unknown>, "state">, text: string, count: number) {
  if (state === "failed") return "The search did not answer. Type again.";
  if (count > 0) return null;
  return state === "searching" ? "Searching" : `Nothing found for “${text}”.`;
}
