"use client";

import { useEffect, useRef, useState } from "react";
import { buttonStyles } from "@/components/ui/button-styles";
import { Callout } from "@/components/ui/callout";

const proved = "berth:proved";
const way = `/auth/again?${new URLSearchParams({ to: "/confirm/done" })}`;

/** Tells the tabs of this host that wait for it: who acts has proved it in this one. */
export function tellProved(): void {
  const channel = new BroadcastChannel(proved);
  channel.postMessage(null);
  channel.close();
}

/**
 * For somebody without a password of their own: they prove themselves where they sign in, in a tab beside this one, so that
 * what was typed here stays.
 */
export function ProofElsewhere({ onProved }: { onProved?: () => void }) {
  const [done, setDone] = useState(false);
  const told = useRef(onProved);
  told.current = onProved;
  useEffect(() => {
    const channel = new BroadcastChannel(proved);
    channel.onmessage = () => {
      setDone(true);
      told.current?.();
    };
    return () => channel.close();
  }, []);

  if (done)
    return (
      <Callout tone="positive" title="That was you">
        What you typed is still here. Send it once more.
      </Callout>
    );
  return (
    <Callout
      tone="warning"
      title="Sign in again to continue"
      actions={
        <a href={way} target="_blank" rel="noopener" className={buttonStyles({ size: "sm" })}>
          Sign in again
        </a>
      }
    >
      Your account has no password, so this is how you confirm that it is you. It opens in another tab, and what you
      typed here stays.
    </Callout>
  );
}
