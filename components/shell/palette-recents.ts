"use client";

import { useEffect, useState } from "react";
import type { PaletteEntry, PaletteGroup } from "@/components/shell/palette-entries";

const kept = 5;

function storageKey(memory: string): string {
  return `berth.recent.${memory}`;
}

function readRecents(memory: string): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(memory)) ?? "[]");
    return Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function rememberRecent(memory: string, id: string) {
  const ids = [id, ...readRecents(memory).filter((other) => other !== id)].slice(0, kept);
  try {
    localStorage.setItem(storageKey(memory), JSON.stringify(ids));
  } catch {
    return;
  }
}

/** Only what the person may still see: an id that left the entries is not shown. */
export function useRecents(memory: string, open: boolean, groups: PaletteGroup[]): PaletteEntry[] {
  const [ids, setIds] = useState<string[]>([]);
  useEffect(() => {
    if (open) setIds(readRecents(memory));
  }, [memory, open]);
  const entries = groups.flatMap((group) => group.entries);
  return ids.flatMap((id) => entries.filter((entry) => entry.id === id));
}
