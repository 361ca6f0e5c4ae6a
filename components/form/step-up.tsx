"use client";

import { useEffect, useState } from "react";
import type { ProofKind } from "@/components/form/proof-kind";
import { Dialog } from "@/components/ui/dialog";
import { partOf, usePart } from "@/components/ui/part";
import type { ActionState } from "@/lib/errors";

export type Confirm = (state: ActionState<unknown>, form: FormData) => Promise<ActionState<unknown>>;
type Asked = { kind: ProofKind; answer: (proved: boolean) => void };

const asking = "berth:prove";
const formPart = partOf(() => import("@/components/form/step-up-form"));

/** Asks over the page who acts, for an act that was refused for want of it. False where the person turns away. */
export function proveHere(kind: ProofKind): Promise<boolean> {
  return new Promise((answer) => {
    const asked = new CustomEvent<Asked>(asking, { detail: { kind, answer }, cancelable: true });
    if (window.dispatchEvent(asked)) answer(false); // nobody took it
  });
}

/** Stands once in the shell. `confirm` proves what is typed for this host's session. */
export function StepUp({ confirm }: { confirm: Confirm }) {
  const [asked, setAsked] = useState<Asked>();
  const form = usePart(formPart, asked !== undefined);
  useEffect(() => {
    function take(event: Event) {
      event.preventDefault();
      setAsked((event as CustomEvent<Asked>).detail); // sent by proveHere alone
    }
    window.addEventListener(asking, take);
    return () => window.removeEventListener(asking, take);
  }, []);

  function close(proved: boolean) {
    asked?.answer(proved);
    setAsked(undefined);
  }

  return (
    <Dialog
      open={asked !== undefined}
      onOpenChange={(open) => !open && close(false)}
      title="Confirm that it is you"
      description="What you are about to do asks for it."
      size="sm"
    >
      {asked && form && <form.StepUpForm confirm={confirm} kind={asked.kind} onProved={() => close(true)} />}
    </Dialog>
  );
}
