"use client";

import { useEffect, useState } from "react";
import { buttonStyles } from "@/components/ui/button-styles";
import { Callout } from "@/components/ui/callout";

/** For somebody without a password of their own: the proof is given where they sign in, and leads back to this page. */
export function ProofElsewhere() {
  const [to, setTo] = useState("/");
  useEffect(() => setTo(`${window.location.pathname}${window.location.search}`), []);
  return (
    <Callout
      tone="warning"
      title="Sign in again to continue"
      actions={
        <a href={`/auth/again?${new URLSearchParams({ to })}`} className={buttonStyles({ size: "sm" })}>
          Sign in again
        </a>
      }
    >
      Your account has no password, so this is how you confirm that it is you. You come back to this page.
    </Callout>
  );
}
