"use client";

import { useEffect, useState } from "react";
import { tellProved } from "@/components/form/proof-elsewhere";

/** On the page that the proof in another tab ends at: to be closed once the other one was told. */
export function ProvedHere() {
  const [told, setTold] = useState(false);
  useEffect(() => {
    tellProved();
    setTold(true);
  }, []);
  return <p>{told ? "Close this tab and go back to the one where you were. It goes on there." : "One moment …"}</p>;
}
