"use client";

import { Plus, X } from "lucide-react";
import { useId, useState, useTransition } from "react";
import { sendForm } from "@/components/form/send";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { setMemberBranchesAction } from "@/lib/branches/actions";
import type { BranchChoice, Placement } from "@/lib/branches/schema";

type Given = { branch: string; role: string };

type MemberBranchesProps = {
  member: { id: string; name: string; roleName: string };
  placement: Placement;
  branches: BranchChoice[];
  roles: { key: string; name: string }[];
  organizationId: string;
  mayChange: boolean;
};

/** Where a member belongs, and with which role where it differs. Keeps to itself, so that any page can show it. */
export function MemberBranches({ member, placement, branches, roles, organizationId, mayChange }: MemberBranchesProps) {
  const [everywhere, setEverywhere] = useState(placement.everywhere);
  const [given, setGiven] = useState<Given[]>(
    placement.branches.map(({ branch, role }) => ({ branch: branch.id, role: role ?? "" })),
  );
  const [fault, setFault] = useState<string>();
  const [pending, start] = useTransition();
  const left = branches.filter(({ id, archived }) => !archived && !given.some(({ branch }) => branch === id));
  const [first] = left;

  function save() {
    setFault(undefined);
    start(async () => {
      const form = new FormData();
      form.set("organization", organizationId);
      form.set("id", member.id);
      form.set("everywhere", String(everywhere));
      for (const [at, { branch, role }] of given.entries()) {
        form.set(`branches.${at}.branch`, branch);
        form.set(`branches.${at}.role`, role);
      }
      const state = await sendForm(setMemberBranchesAction, form);
      if (state.status === "failed") setFault(state.message);
      if (state.status === "done") toast.done(state.message ?? "Saved");
    });
  }

  const change = (at: number, next: Partial<Given>) =>
    setGiven(given.map((each, index) => (index === at ? { ...each, ...next } : each)));

  return (
    <Card title="Branches" description={sentence(member.name, placement)}>
      {mayChange && (
        <div className="grid gap-4" aria-busy={pending}>
          <RadioGroup
            name="everywhere"
            label="Belongs to"
            value={String(everywhere)}
            onChange={(event) => setEverywhere(event.target.value === "true")}
            options={[
              { value: "true", label: "All branches", help: "Sees every record that the role allows." },
              { value: "false", label: "Some branches", help: "Sees the records of these, and of the branches below." },
            ]}
          />
          {given.map((each, at) => (
            <BranchRow
              key={each.branch}
              given={each}
              branches={branches.filter(({ id }) => id === each.branch || left.some((other) => other.id === id))}
              roles={roles}
              memberRole={member.roleName}
              onChange={(next) => change(at, next)}
              onRemove={() => setGiven(given.filter((_, index) => index !== at))}
            />
          ))}
          {fault && (
            <p role="alert" className="text-danger text-table">
              {fault}
            </p>
          )}
          <div className="flex flex-wrap gap-2">
            {first && (
              <Button onClick={() => setGiven([...given, { branch: first.id, role: "" }])}>
                <Plus />
                {everywhere ? "Another role in a branch" : "Add a branch"}
              </Button>
            )}
            <Button variant="primary" onClick={save} pending={pending}>
              Save branches
            </Button>
          </div>
        </div>
      )}
    </Card>
  );
}

type BranchRowProps = {
  given: Given;
  branches: BranchChoice[];
  roles: { key: string; name: string }[];
  memberRole: string;
  onChange: (next: Partial<Given>) => void;
  onRemove: () => void;
};

function BranchRow({ given, branches, roles, memberRole, onChange, onRemove }: BranchRowProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-[1fr_auto] items-end gap-2 sm:grid-cols-[1fr_1fr_auto]">
      <label htmlFor={`${id}-branch`} className="min-w-0 text-table">
        <span className="mb-1 block text-muted">Branch</span>
        <Select
          id={`${id}-branch`}
          value={given.branch}
          onChange={(event) => onChange({ branch: event.target.value })}
          options={branches.map((branch) => ({ value: branch.id, label: branch.name }))}
        />
      </label>
      <label htmlFor={`${id}-role`} className="order-last col-span-2 min-w-0 text-table sm:order-none sm:col-span-1">
        <span className="mb-1 block text-muted">Role there</span>
        <Select
          id={`${id}-role`}
          value={given.role}
          onChange={(event) => onChange({ role: event.target.value })}
          placeholder={`${memberRole} (as elsewhere)`}
          options={roles.map(({ key, name }) => ({ value: key, label: name }))}
        />
      </label>
      <IconButton label="Remove this branch" variant="ghost" onClick={onRemove}>
        <X />
      </IconButton>
    </div>
  );
}

function sentence(name: string, { everywhere, branches }: Placement): string {
  const own = branches.map(({ branch, roleName }) => (roleName ? `${roleName} in ${branch.name}` : branch.name));
  if (everywhere) return own.length > 0 ? `All branches; ${own.join(", ")}.` : `${name} belongs to all branches.`;
  return own.length > 0 ? `${own.join(", ")}.` : `${name} is of no branch yet and sees no records.`;
}
