"use client";

import { createContext, type ReactNode, useContext } from "react";

const ModeContext = createContext(false);

/** Tells everything inside whether its records are test records. */
export function ModeProvider({ test, children }: { test: boolean; children: ReactNode }) {
  return <ModeContext value={test}>{children}</ModeContext>;
}

/** Under the title of an empty list of test records. */
export const testEmpty = "Try things out here. What you add now is test data, apart from your live records.";

export const useTestMode = (): boolean => useContext(ModeContext);
