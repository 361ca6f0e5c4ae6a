"use client";

import { startTransition, useActionState, useEffect, useId } from "react";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { idle } from "@/lib/errors";
import { approveFromNoticeAction, rolesToGiveAction } from "@/lib/notices/actions";

type DecideHereProps = {
  request: { id: string; organizationId: string; role: string };
  href: string | undefined;
};

/** Approves by the queue's own operation: with the role of new members, or with another one that is asked for here. */
export function DecideHere({ request, href }: DecideHereProps) {
  const [state, approve, pending] = useActionState(approveFromNoticeAction, idle);
  const [known, ask, asking] = useActionState(rolesToGiveAction, idle);
  const field = useId();
  useEffect(() => {
    if (state.status === "done") toast.done(state.message ?? "Approved");
    if (state.status === "failed") toast.failed(state.message);
  }, [state]);
  useEffect(() => {
    if (known.status === "failed") toast.failed(known.message);
  }, [known]);
  const givable = known.status === "done" ? known.data : undefined;
  const preset = givable?.roles.some(({ key }) => key === givable.defaultRole) ? givable.defaultRole : undefined;
  return (
    <form
      action={approve}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        if (!pending) startTransition(() => approve(form));
      }}
      className="relative mt-1.5 flex flex-wrap items-center gap-2"
    >
      <input type="hidden" name="organization" value={request.organizationId} />
      <input type="hidden" name="id" value={request.id} />
      {givable && (
        <span className="flex w-full items-center gap-2">
          <label htmlFor={field} className="text-muted text-table">
            Role
          </label>
          <Select
            id={field}
            name="role"
            defaultValue={preset}
            options={givable.roles.map(({ key, name }) => ({ value: key, label: name }))}
          />
        </span>
      )}
      <Button type="submit" size="sm" variant="primary" pending={pending}>
        {givable ? "Approve" : `Approve as ${request.role}`}
      </Button>
      {!givable && (
        <Button
          size="sm"
          pending={asking}
          onClick={() => {
            const form = new FormData();
            form.set("organization", request.organizationId);
            startTransition(() => ask(form));
          }}
        >
          Other role
        </Button>
      )}
      {href && (
        <a href={href} className={buttonStyles({ size: "sm", variant: givable ? "secondary" : "ghost" })}>
          Open
        </a>
      )}
    </form>
  );
}
