"use client";

import { useState } from "react";
import { BranchesField } from "@/components/branches/branches-field";
import { ActionForm } from "@/components/form/action-form";
import { CodeOnce } from "@/components/invitations/code-once";
import type { InviteProps } from "@/components/invitations/invite-ways";
import { firstRole, RoleField } from "@/components/invitations/role-field";
import { Button } from "@/components/ui/button";
import { inviteByCodeAction, type ShownCode } from "@/lib/invitations/actions";

export function InviteByCode({ organization, roles, onClose }: InviteProps & { onClose: () => void }) {
  const [code, setCode] = useState<ShownCode>();
  if (code) return <CodeOnce code={code} onClose={onClose} />;
  return (
    <ActionForm
      action={inviteByCodeAction}
      organizationId={organization.id}
      defaultValues={{ role: firstRole(roles) }}
      submitLabel="Make a code"
      showDone={false}
      onDone={setCode}
      secondary={<Button onClick={onClose}>Cancel</Button>}
    >
      <p className="text-muted">One person can join with it. Share it aloud, or let them scan it.</p>
      <RoleField roles={roles} />
      <BranchesField />
    </ActionForm>
  );
}
