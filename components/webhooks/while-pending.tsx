"use client";

import { useRedraw } from "@/components/ui/use-redraw";

/** On a page that shows what is about to be sent: it shows soon what became of it. */
export function WhilePending() {
  useRedraw(true);
  return null;
}
