"use client";

import { createContext, useContext } from "react";

type KeptFilter = {
  /** The lists' filters that it stands for, by their names in the address. */
  keys: readonly string[];
  /** What lists show where their address says nothing; null: everything. */
  chosen: { id: string; name: string } | null;
  choose: (value: string | null) => Promise<void>;
};

/** A filter that is chosen once and holds in every list. */
export const KeptFilterContext = createContext<KeptFilter>({ keys: [], chosen: null, choose: async () => undefined });

export const useKeptFilter = () => useContext(KeptFilterContext);
