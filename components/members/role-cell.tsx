"use client";

import { useOptimistic, useState, useTransition } from "react";
import { send } from "@/components/form/send";
import { Select } from "@/components/ui/select";
import { Tooltip } from "@/components/ui/tooltip";
import { setMemberRoleAction } from "@/lib/members/actions";
import type { MemberView, RoleChoice } from "@/lib/members/schema";

type RoleCellProps = { member: MemberView; roles: RoleChoice[]; organizationId: string };

/** The role, changed in place; where that is not allowed it says why. */
export function RoleCell({ member, roles, organizationId }: RoleCellProps) {
  const [role, setRole] = useOptimistic(member.roleKey);
  const [fault, setFault] = useState<string>();
  const [pending, start] = useTransition();
  const { setRole: verdict } = member.abilities;

  if (!verdict.allowed)
    return (
      <Tooltip content={verdict.message}>
        <button type="button" className="min-h-6 cursor-default! whitespace-nowrap rounded-[4px]">
          {member.roleName}
          <span className="sr-only">. {verdict.message}</span>
        </button>
      </Tooltip>
    );

  function change(next: string) {
    setFault(undefined);
    start(async () => {
      setRole(next);
      const state = await send(setMemberRoleAction, { organization: organizationId, id: member.id, role: next });
      if (state.status === "failed") setFault(state.message);
    });
  }

  return (
    <div className="w-36">
      <Select
        aria-label={`Role of ${member.name}`}
        aria-busy={pending}
        value={role}
        onChange={(event) => change(event.target.value)}
        options={roles
          .filter(({ key, givable }) => givable || key === member.roleKey)
          .map(({ key, name }) => ({ value: key, label: name }))}
        className="[&_select]:h-7 [&_select]:text-table touch:[&_select]:h-11"
      />
      {fault && (
        <p role="alert" className="mt-1 whitespace-normal text-danger text-xs">
          {fault}
        </p>
      )}
    </div>
  );
}
