"use client";

import { use } from "react";
import { CodeField } from "@/components/form/code-field";
import { FormFactsContext } from "@/components/form/form-context";
import { PasswordField } from "@/components/form/password-field";
import { type ProofKind, useProofKind } from "@/components/form/proof-kind";

export type ProofFieldProps = { kind?: ProofKind; help?: string; autoFocus?: boolean };

/** Beside the fields of an act that wants it fresh. */
export function ProofField({ kind, help, autoFocus }: ProofFieldProps) {
  const usual = useProofKind();
  const shown = kind ?? usual;
  const facts = use(FormFactsContext);
  if (shown === "provider") return null; // asked for where the act is refused, in another tab
  facts?.proofs.add(shown);
  return <Proof kind={shown} help={help} autoFocus={autoFocus} />;
}

function Proof({ kind, help, autoFocus }: ProofFieldProps) {
  if (kind === "factor") return <CodeField help={help} autoFocus={autoFocus} />;
  return (
    <PasswordField
      name="password"
      label="Your password"
      help={help}
      autoComplete="current-password"
      autoFocus={autoFocus}
    />
  );
}

/** Comes where an act was refused for want of a proof that its form does not ask for; what was typed stays. */
export function AskedProof({ kind }: { kind: ProofKind }) {
  return use(FormFactsContext)?.proofs.has(kind) ? null : <Proof kind={kind} autoFocus />;
}
