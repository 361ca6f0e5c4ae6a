"use client";

import { useOptimistic, useState, useTransition } from "react";
import { ControlLabel } from "@/components/form/control-label";
import { send } from "@/components/form/send";
import { Card } from "@/components/ui/card";
import { Switch } from "@/components/ui/switch";
import { setLadderAction } from "@/lib/roles/actions";

type LadderProps = { strict: boolean; organizationId: string; mayChange: boolean };

const levels = ["User", "Driver", "Dispatcher", "Org admin", "Owner"];

export function Ladder({ strict, organizationId, mayChange }: LadderProps) {
  const [on, setOn] = useOptimistic(strict);
  const [fault, setFault] = useState<string>();
  const [pending, start] = useTransition();

  function change(next: boolean) {
    setFault(undefined);
    start(async () => {
      setOn(next);
      const state = await send(setLadderAction, { organization: organizationId, strict: String(next) });
      if (state.status === "failed") setFault(state.message);
    });
  }

  return (
    <Card className="mb-6">
      <ControlLabel className="flex cursor-pointer items-start justify-between gap-6">
        <span>
          <span className="font-semibold">Strict ladder</span>
          <span id="ladder-help" className="mt-0.5 block max-w-2xl text-muted text-table">
            {on
              ? `Each level holds all of the level below: ${levels.join(" < ")}.`
              : "Dispatcher and Driver stand side by side: a dispatcher does not drive, a driver does not plan. On, each level holds all of the level below."}
            {!mayChange && " You need “Make and change roles” to switch it. Owners and admins can give it."}
          </span>
          {fault && (
            <span role="alert" className="mt-1 block text-danger text-table">
              {fault}
            </span>
          )}
        </span>
        <Switch
          className="relative mt-0.5"
          checked={on}
          disabled={!mayChange}
          aria-label="Strict ladder"
          aria-describedby="ladder-help"
          aria-busy={pending}
          onChange={(event) => change(event.target.checked)}
        />
      </ControlLabel>
    </Card>
  );
}
