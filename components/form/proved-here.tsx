"use client";

import { useEffect } from "react";
import { tellProved } from "@/components/form/proof-elsewhere";

/** On the page that the proof in another tab ends at. */
export function ProvedHere() {
  useEffect(tellProved, []);
  return <p>Close this tab and go back to the one where you were. It goes on there.</p>;
}
