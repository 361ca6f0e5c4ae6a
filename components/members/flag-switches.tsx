"use client";

import { useOptimistic, useState, useTransition } from "react";
import { ControlLabel } from "@/components/form/control-label";
import { Card } from "@/components/ui/card";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import type { Flag } from "@/lib/access/permissions";
import { idle } from "@/lib/errors";
import { setMemberFlagsAction } from "@/lib/members/actions";
import { allFlags, flagGives, flagHolds, flagWords } from "@/lib/members/flag-words";
import type { MemberView } from "@/lib/members/schema";

type FlagSwitchesProps = {
  member: MemberView;
  organizationId: string;
  /** What the acting person may give. */
  givable: string[];
};

/** The eight flags. A switch that the acting person may not turn says why. */
export function FlagSwitches({ member, organizationId, givable }: FlagSwitchesProps) {
  const [on, setOn] = useOptimistic(member.roleKey === "owner" ? (allFlags as string[]) : member.flags);
  const [fault, setFault] = useState<string>();
  const [pending, start] = useTransition();
  const verdict = member.abilities.setFlags;

  function change(flag: Flag, next: boolean) {
    setFault(undefined);
    start(async () => {
      const chosen = next ? [...on, flag] : on.filter((each) => each !== flag);
      setOn(chosen);
      const form = new FormData();
      form.set("organization", organizationId);
      form.set("id", member.id);
      for (const each of chosen) form.append("flags[]", each);
      const state = await setMemberFlagsAction(idle, form);
      if (state.status === "failed") setFault(state.message);
      if (state.status === "done") toast.done(state.message ?? "Saved");
    });
  }

  return (
    <Card
      title="Flags"
      description={
        member.roleKey === "owner"
          ? "The owner holds all of them."
          : "What this member may do beyond the role. It holds from the next request on."
      }
    >
      {!verdict.allowed && <p className="mb-3 text-muted text-table">{verdict.message}</p>}
      {fault && (
        <p role="alert" className="mb-3 text-danger text-table">
          {fault}
        </p>
      )}
      <ul className="grid gap-x-10 gap-y-1 sm:grid-cols-2" aria-busy={pending}>
        {allFlags.map((flag) => (
          <FlagSwitch
            key={flag}
            flag={flag}
            on={on.includes(flag)}
            locked={!verdict.allowed}
            missing={!flagHolds(flag).every((permission) => givable.includes(permission))}
            onChange={(next) => change(flag, next)}
          />
        ))}
      </ul>
    </Card>
  );
}

type FlagSwitchProps = {
  flag: Flag;
  on: boolean;
  /** None of this member's flags can be turned by the acting person. */
  locked: boolean;
  missing: boolean;
  onChange: (next: boolean) => void;
};

function FlagSwitch({ flag, on, locked, missing, onChange }: FlagSwitchProps) {
  const help = `flag-${flag}`;
  return (
    <li>
      <ControlLabel className="flex min-h-12 cursor-pointer items-start justify-between gap-4 py-1.5 has-disabled:cursor-default">
        <span>
          <span className="font-medium">{flagWords(flag)}</span>
          <span id={help} className="block text-muted text-table">
            {!locked && missing ? "You do not hold this yourself, so you cannot give it." : `${flagGives(flag)}.`}
          </span>
        </span>
        <Switch
          className="relative mt-0.5"
          checked={on}
          disabled={locked || missing}
          aria-label={flagWords(flag)}
          aria-describedby={help}
          onChange={(event) => onChange(event.target.checked)}
        />
      </ControlLabel>
    </li>
  );
}
