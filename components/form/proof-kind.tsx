"use client";

import { createContext, type ReactNode, use } from "react";

/**
 * What the signed-in person proves again where it matters: the second factor if they have one; who has no password either
 * signs in at their provider again.
 */
export type ProofKind = "password" | "factor" | "provider";

/** The proof that a refusal names. */
export function proofKindOf(reason: string | undefined): ProofKind {
  return reason === "factor" || reason === "provider" ? reason : "password";
}

const ProofContext = createContext<ProofKind>("password");

export function ProofProvider({ kind, children }: { kind: ProofKind; children: ReactNode }) {
  return <ProofContext value={kind}>{children}</ProofContext>;
}

export function useProofKind(): ProofKind {
  return use(ProofContext);
}
