"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { ControlLabel } from "@/components/form/control-label";
import { InheritPicker } from "@/components/roles/inherit-picker";
import { PermissionPicker } from "@/components/roles/permission-picker";
import { ReviewDialog } from "@/components/roles/review-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FaultCallout } from "@/components/ui/fault-callout";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { type ActionState, idle } from "@/lib/errors";
import { createRoleAction, previewRoleAction, updateRoleAction } from "@/lib/roles/actions";
import type { RoleImpact, RoleView } from "@/lib/roles/schema";

export type RoleDraft = { name: string; description: string; permissions: string[]; inherits: string[] };

type RoleFormProps = {
  organizationId: string;
  /** The role to change; none makes a new one. */
  roleKey?: string;
  draft: RoleDraft;
  roles: RoleView[];
  /** What the acting person may give. */
  givable: string[];
};

type Failed = Extract<ActionState, { status: "failed" }>;

export function RoleForm({ organizationId, roleKey, draft, roles, givable }: RoleFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [inherits, setInherits] = useState(draft.inherits);
  const [own, setOwn] = useState(draft.permissions);
  const [fault, setFault] = useState<Failed>();
  const [impact, setImpact] = useState<RoleImpact>();
  const [pending, start] = useTransition();

  function fields(): FormData {
    const data = new FormData(form.current ?? undefined);
    data.set("organization", organizationId);
    if (roleKey) data.set("key", roleKey);
    return data;
  }

  function content(): FormData {
    const data = fields();
    data.delete("name");
    data.delete("description");
    return data;
  }

  function submit() {
    setFault(undefined);
    start(async () => {
      if (roleKey) {
        const state = await previewRoleAction(idle, content());
        if (state.status === "done") setImpact(state.data);
        if (state.status === "failed") setFault(state);
        return;
      }
      const state = await createRoleAction(idle, fields());
      if (state.status === "failed") return setFault(state);
      if (state.status === "done") {
        toast.done(state.message ?? "Made");
        router.push(`/roles/${state.data.key}`);
      }
    });
  }

  async function confirm() {
    const state = await updateRoleAction(idle, fields());
    if (state.status === "done") {
      toast.done(state.message ?? "Changed");
      setImpact(undefined);
    }
    return state;
  }

  const faultOf = (name: string) => fault?.fields?.[name]?.[0];
  return (
    <form
      ref={form}
      className="space-y-6"
      aria-busy={pending}
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) submit();
      }}
    >
      {fault && <FaultCallout state={fault} />}
      <Card title="Role">
        <div className="max-w-140 space-y-5">
          <ControlLabel className="block">
            <span className="mb-1.5 block font-medium">Name</span>
            <Input
              name="name"
              defaultValue={draft.name}
              maxLength={60}
              required
              aria-invalid={Boolean(faultOf("name"))}
            />
            {faultOf("name") && <span className="mt-1 block text-danger text-table">{faultOf("name")}</span>}
          </ControlLabel>
          <ControlLabel className="block">
            <span className="mb-1.5 block font-medium">
              Description <span className="font-normal text-muted">(optional)</span>
            </span>
            <Textarea name="description" defaultValue={draft.description} maxLength={300} rows={2} />
          </ControlLabel>
        </div>
      </Card>
      <InheritPicker
        roleKey={roleKey}
        roles={roles}
        chosen={inherits}
        fault={faultOf("inherits")}
        onChange={setInherits}
      />
      <PermissionPicker roles={roles} inherits={inherits} own={own} givable={givable} onChange={setOwn} />
      <div className="sticky bottom-0 z-20 -mx-1 flex flex-wrap items-center justify-between gap-3 rounded-t-surface border bg-raised px-4 py-3 shadow-float">
        <p className="text-muted text-table">{changeWords(draft.permissions, own)}</p>
        <Button type="submit" variant="primary" pending={pending}>
          {roleKey ? "Review changes" : "Make role"}
        </Button>
      </div>
      {impact && (
        <ReviewDialog impact={impact} roleName={draft.name} onClose={() => setImpact(undefined)} onConfirm={confirm} />
      )}
    </form>
  );
}

function changeWords(before: string[], after: string[]): string {
  const added = after.filter((each) => !before.includes(each)).length;
  const removed = before.filter((each) => !after.includes(each)).length;
  if (added + removed === 0) return `${after.length} granted of its own`;
  return [added > 0 && `${added} added`, removed > 0 && `${removed} removed`].filter(Boolean).join(", ");
}
