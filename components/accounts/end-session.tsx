"use client";

import { useActionState } from "react";
import { HiddenField } from "@/components/form/hidden-field";
import { Button } from "@/components/ui/button";
import { endSessionAction } from "@/lib/accounts/actions";
import { idle } from "@/lib/errors";

export function EndSession({ id, device }: { id: string; device: string }) {
  const [state, end, pending] = useActionState(endSessionAction, idle);
  return (
    <form action={end}>
      <HiddenField name="id" value={id} />
      <Button type="submit" size="sm" pending={pending} aria-label={`End session: ${device}`}>
        End session
      </Button>
      {state.status === "failed" && (
        <p role="alert" className="mt-1 text-danger text-table">
          {state.message}
        </p>
      )}
    </form>
  );
}
