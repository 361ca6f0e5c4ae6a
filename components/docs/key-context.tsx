"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

type Kept = { key: string; setKey: (key: string) => void };

const KeyContext = createContext<Kept>({ key: "", setKey: () => undefined });

/** The reader's key, in this page's memory alone: it is gone with the tab, and stored nowhere. */
export function KeyProvider({ children }: { children: ReactNode }) {
  const [key, setKey] = useState("");
  return <KeyContext value={{ key, setKey }}>{children}</KeyContext>;
}

export function useReadersKey(): Kept {
  return useContext(KeyContext);
}

/** The reader's key in the middle of a sample. */
export function KeySlot() {
  const { key } = useReadersKey();
  return <mark className="rounded-[3px] bg-accent-soft text-text">{key || "key_YOUR_KEY"}</mark>;
}
