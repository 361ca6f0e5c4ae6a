"use client";

import { useEffect, useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { ProofField, type ProofKind } from "@/components/form/proof-field";
import { Dialog } from "@/components/ui/dialog";
import type { ActionState } from "@/lib/errors";

type Confirm = (state: ActionState<unknown>, form: FormData) => Promise<ActionState<unknown>>;
type Asked = { kind: ProofKind; answer: (proved: boolean) => void };

const asking = "berth:prove";

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
      {asked && (
        <ActionForm action={confirm} submitLabel="Continue" layout="fill" showDone={false} onDone={() => close(true)}>
          <ProofField kind={asked.kind} autoFocus />
        </ActionForm>
      )}
    </Dialog>
  );
}
