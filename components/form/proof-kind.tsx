"use client";

import { createContext, type ReactNode, use } from "react";

/** What the signed-in person proves again where it matters: the second factor if they have one. */
export type ProofKind = "password" | "factor";

const ProofContext = createContext<ProofKind>("password");

export function ProofProvider({ kind, children }: { kind: ProofKind; children: ReactNode }) {
  return <ProofContext value={kind}>{children}</ProofContext>;
}

export function useProofKind(): ProofKind {
  return use(ProofContext);
}
