"use client";

import { useEffect, useEffectEvent, useState } from "react";

const restBeforeAsking = 250;

/** What is typed into a list's search is asked once the keys rest, or at once by Enter. */
export function useTypedSearch(asked: string, onAsk: (text: string) => void) {
  const [fresh, setFresh] = useState<string>();
  // Once it stands in the address the field follows that: Back, a chip or a view may change it.
  if (fresh === asked) setFresh(undefined);

  function ask() {
    if (fresh !== undefined && fresh !== asked) onAsk(fresh);
  }

  const rested = useEffectEvent(ask);
  useEffect(() => {
    if (fresh === undefined) return;
    const timer = setTimeout(() => rested(), restBeforeAsking);
    return () => clearTimeout(timer);
  }, [fresh]);

  return { typed: fresh ?? asked, type: setFresh, ask };
}
