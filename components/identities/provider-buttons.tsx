"use client";

import { useActionState } from "react";
import { HiddenField } from "@/components/form/hidden-field";
import { ProviderMark } from "@/components/identities/provider-mark";
import { Button } from "@/components/ui/button";
import { idle } from "@/lib/errors";
import { visitProviderAction } from "@/lib/identities/actions";
import type { ProviderButton } from "@/lib/identities/schema";

type Props = { providers: ProviderButton[]; to: string; alone?: boolean };

/** Ways in by the providers that are on; nothing where none is. */
export function ProviderButtons({ providers, to, alone = false }: Props) {
  if (providers.length === 0) return null;
  return (
    <>
      {!alone && (
        <p className="my-5 flex items-center gap-3 text-muted text-table before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
          or
        </p>
      )}
      <div className="space-y-2">
        {providers.map((provider) => (
          <ProviderForm key={provider.id} provider={provider} to={to} />
        ))}
      </div>
    </>
  );
}

function ProviderForm({ provider, to }: { provider: ProviderButton; to: string }) {
  const [state, visit, pending] = useActionState(visitProviderAction, idle);
  return (
    <form action={visit}>
      <HiddenField name="provider" value={provider.id} />
      <HiddenField name="to" value={to} />
      <Button type="submit" className="h-auto min-h-9 w-full whitespace-normal py-1.5 touch:min-h-11" pending={pending}>
        {!pending && <ProviderMark provider={provider.id} />}
        Continue with {provider.label}
      </Button>
      {state.status === "failed" && (
        <p role="alert" className="mt-1 text-danger text-table">
          {state.message}
        </p>
      )}
    </form>
  );
}
