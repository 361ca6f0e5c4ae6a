"use client";

import { type FormEvent, useMemo, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { type FormFacts, FormFactsContext } from "@/components/form/form-context";
import { ProofElsewhere } from "@/components/form/proof-elsewhere";
import { ProofField } from "@/components/form/proof-field";
import type { ProofKind } from "@/components/form/proof-kind";
import { proofFields } from "@/components/form/proof-schema";
import type { Confirm } from "@/components/form/step-up";
import { Button } from "@/components/ui/button";
import { FaultCallout } from "@/components/ui/fault-callout";
import { type ActionState, idle } from "@/lib/errors";

type Props = { confirm: Confirm; kind: ProofKind; onProved: () => void };

export function StepUpForm(props: Props) {
  return props.kind === "provider" ? <ProofElsewhere onProved={props.onProved} /> : <TypedProof {...props} />;
}

/**
 * Its state is plain, unlike ActionForm's: the act that waits for it runs inside a transition, and until that ends React
 * shows nothing of any other.
 */
function TypedProof({ confirm, kind, onProved }: Props) {
  const [state, setState] = useState<ActionState<unknown>>(idle);
  const [pending, setPending] = useState(false);
  const form = useForm({ defaultValues: proofFields });
  const facts = useMemo(() => factsOf(state, pending), [state, pending]);

  async function prove(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const body = new FormData(event.currentTarget);
    setPending(true);
    const answer = await confirm(idle, body).finally(() => setPending(false));
    setState(answer);
    if (answer.status === "done") onProved();
  }

  return (
    <FormProvider {...form}>
      <FormFactsContext value={facts}>
        <form onSubmit={prove} noValidate aria-busy={pending} className="space-y-5">
          {state.status === "failed" && !state.fields && <FaultCallout state={state} />}
          <ProofField kind={kind} autoFocus />
          <Button type="submit" variant="primary" pending={pending} className="w-full">
            Continue
          </Button>
        </form>
      </FormFactsContext>
    </FormProvider>
  );
}

function factsOf(state: ActionState<unknown>, pending: boolean): FormFacts {
  const fields = state.status === "failed" ? (state.fields ?? {}) : {};
  return {
    pending,
    initial: () => "",
    serverFault: (name) => fields[name]?.[0],
    present: () => undefined,
    forgive: () => undefined,
    proofs: new Set(),
    shown: new Set(),
  };
}
