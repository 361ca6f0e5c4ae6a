"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ControlLabel } from "@/components/form/control-label";
import { send } from "@/components/form/send";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Select } from "@/components/ui/select";
import { deleteRoleAction } from "@/lib/roles/actions";
import type { RoleView } from "@/lib/roles/schema";

type DeleteRoleProps = { role: RoleView; others: { key: string; name: string }[]; organizationId: string };

export function DeleteRole({ role, others, organizationId }: DeleteRoleProps) {
  const router = useRouter();
  const [replacement, setReplacement] = useState("");
  const held = role.members > 0;

  async function remove() {
    const state = await send(deleteRoleAction, { organization: organizationId, key: role.key, replacement });
    if (state.status === "done") router.push("/roles");
    return state;
  }

  return (
    <ConfirmDialog
      trigger={<Button>Delete</Button>}
      title={`Delete ${role.name}?`}
      confirmLabel="Delete role"
      onConfirm={remove}
    >
      <p>
        {held
          ? `${role.members} ${role.members === 1 ? "member holds" : "members hold"} it. Choose what they get instead, from their next request on.`
          : "Nobody holds it. Somebody may be on the way into it; then they need another role."}
      </p>
      <ControlLabel className="mt-3 block text-text">
        <span className="mb-1.5 block font-medium">Role instead</span>
        <Select
          value={replacement}
          onChange={(event) => setReplacement(event.target.value)}
          placeholder={held ? "Choose a role" : "None"}
          options={others.map(({ key, name }) => ({ value: key, label: name }))}
        />
      </ControlLabel>
    </ConfirmDialog>
  );
}
