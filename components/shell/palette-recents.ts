"use client";

import { useEffect, useState } from "react";
import type { PaletteEntry, PaletteGroup } from "@/components/shell/palette-entries";

const kept = 6;

type Shown = { label: string; detail?: string; href: string };

/** A page or an act by its id; a record with what it takes to show it again, since no list on this page has it. */
type Remembered = { id: string; record?: Shown };

function storageKey(memory: string): string {
  return `berth.recents.${memory}`;
}

function readRecents(memory: string): Remembered[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(memory)) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isRemembered) : [];
  } catch {
    return [];
  }
}

/** Storage holds whatever somebody put there: a record leads to a page of this host or nowhere. */
function isRemembered(value: unknown): value is Remembered {
  if (!isObject(value) || typeof value.id !== "string") return false;
  const { record } = value;
  if (record === undefined) return true;
  return (
    isObject(record) &&
    typeof record.label === "string" &&
    (record.detail === undefined || typeof record.detail === "string") &&
    typeof record.href === "string" &&
    /^\/(?!\/)/.test(record.href)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

export function rememberRecent(memory: string, { id, label, detail, href }: PaletteEntry) {
  const record = id.startsWith("record:") ? { record: { label, href, ...(detail && { detail }) } } : {};
  const others = readRecents(memory).filter((other) => other.id !== id);
  try {
    localStorage.setItem(storageKey(memory), JSON.stringify([{ id, ...record }, ...others].slice(0, kept)));
  } catch {
    return;
  }
}

/** Only what the person may still see: a page that left the entries is not shown, a record answers for itself. */
export function useRecents(memory: string, open: boolean, groups: PaletteGroup[]): PaletteEntry[] {
  const [recents, setRecents] = useState<Remembered[]>([]);
  useEffect(() => {
    if (open) setRecents(readRecents(memory));
  }, [memory, open]);
  const entries = groups.flatMap((group) => group.entries);
  return recents.flatMap(({ id, record }): PaletteEntry[] => {
    if (!record) return entries.filter((entry) => entry.id === id);
    const { label, detail, href } = record;
    return [{ id, label, href, icon: "search", ...(detail && { detail }) }];
  });
}
