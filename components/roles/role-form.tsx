"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { ControlLabel } from "@/components/form/control-label";
import { sendForm } from "@/components/form/send";
import type { ShownRecord } from "@/components/form/shown-record";
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
import type { Reach } from "@/lib/roles/tick-rules";

export type RoleDraft = { name: string; description: string; permissions: string[]; inherits: string[] };

type RoleFormProps = {
  organizationId: string;
  /** The role to change; none makes a new one. */
  roleKey?: string;
  draft: RoleDraft;
  roles: RoleView[];
  reach: Reach;
};

type Failed = Extract<ActionState, { status: "failed" }>;

export function RoleForm({ organizationId, roleKey, draft, roles, reach }: RoleFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [inherits, setInherits] = useState(draft.inherits);
  const [own, setOwn] = useState(draft.permissions);
  const [fault, setFault] = useState<Failed>();
  const seen = useRef<ShownRecord>(partsOf(draft));
  const [impact, setImpact] = useState<RoleImpact>();
  const [pending, start] = useTransition();

  // The button stands at the bottom, its field may be far above.
  useEffect(() => {
    if (fault) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [fault]);

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
      const state = await sendForm(createRoleAction, fields());
      if (state.status === "failed") return setFault(state);
      if (state.status === "done") {
        toast.done(state.message ?? "Made");
        router.push(`/roles/${state.data.key}`);
      }
    });
  }

  async function confirm() {
    const data = fields();
    data.set("shown", JSON.stringify(seen.current));
    const state = await sendForm(updateRoleAction, data);
    if (state.status === "done") {
      toast.done(state.message ?? "Changed");
      seen.current = partsOf(state.data);
      setImpact(undefined);
    }
    if (state.status === "failed" && state.present) {
      seen.current = { ...seen.current, ...state.present };
      setImpact(undefined);
      setFault({ ...state, message: meanwhile });
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
        givable={reach.givable}
        onChange={setInherits}
      />
      <PermissionPicker
        givers={(permission) =>
          roles.filter(({ key, held }) => inherits.includes(key) && held.includes(permission)).map(({ name }) => name)
        }
        own={own}
        reach={reach}
        fault={faultOf("permissions")}
        onChange={setOwn}
      />
      <div className="sticky bottom-0 z-20 -mx-1 space-y-3 rounded-t-surface border bg-raised px-4 py-3 shadow-float">
        {fault && <FaultCallout state={fault} />}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-muted text-table">{changeWords(draft, { inherits, permissions: own })}</p>
          <Button type="submit" variant="primary" pending={pending}>
            {roleKey ? "Review changes" : "Make role"}
          </Button>
        </div>
      </div>
      {impact && (
        <ReviewDialog
          impact={impact}
          roleName={draft.name}
          withheld={reach.withheld}
          onClose={() => setImpact(undefined)}
          onConfirm={confirm}
        />
      )}
    </form>
  );
}

const meanwhile =
  "Somebody else changed this role while you had it open, and nothing of yours is saved yet. Review your changes again: they are compared with what it is now.";

function partsOf({ name, description, permissions, inherits }: RoleDraft): ShownRecord {
  return { name, description, permissions, inherits };
}

type Content = Pick<RoleDraft, "permissions" | "inherits">;

function changeWords(before: Content, after: Content): string {
  const missingIn = (some: string[], others: string[]) => some.filter((each) => !others.includes(each)).length;
  const { permissions: had, inherits: inherited } = before;
  const { permissions: has, inherits } = after;
  const words = [
    [missingIn(has, had), "granted"],
    [missingIn(had, has), "taken"],
    [missingIn(inherits, inherited), "inherited"],
    [missingIn(inherited, inherits), "no longer inherited"],
  ] as const;
  const changed = words.filter(([many]) => many > 0).map(([many, word]) => `${many} ${word}`);
  return changed.length > 0 ? changed.join(", ") : `${has.length} granted of its own`;
}
