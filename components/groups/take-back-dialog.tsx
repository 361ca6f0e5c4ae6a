"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { takeBackInGroupAction } from "@/lib/groups/actions";
import type { Assignment, TakenBack, takeBackFaults } from "@/lib/groups/schema";

const faults: Record<(typeof takeBackFaults)[number], string> = {
  not_in_group: "does not belong to your group any more",
  not_active: "is not active",
  not_assigned: "has changed this membership; it is not yours any more",
  is_owner: "has made them its owner",
  holds_more: "has given them more since; it has to remove them itself",
  above_own_rights: "has given them more than you hold yourself",
};

type Props = {
  person: { id: string; name: string };
  assignments: Assignment[];
  organizationId: string;
  onClose: () => void;
};

/** Ends memberships that the group gave to one person: all that are ticked, or none. */
export function TakeBackDialog({ person, assignments, organizationId, onClose }: Props) {
  const [answer, setAnswer] = useState<TakenBack>();
  const nameOf = (link: string) => assignments.find(({ id }) => id === link)?.name ?? "An organization";
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Take back from ${person.name}`}
      description="The membership there ends at once. What they did there stays, and so does their membership here."
      size="sm"
    >
      <ActionForm<TakenBack>
        action={takeBackInGroupAction}
        organizationId={organizationId}
        submitLabel="Take back"
        submitTone="danger"
        showDone={false}
        onDone={(made) => {
          setAnswer(made);
          if (!made.done) return;
          onClose();
          toast.done(`${person.name} is no member there any more.`);
        }}
        secondary={<DialogClose render={<Button variant="ghost">Cancel</Button>} />}
      >
        {answer && !answer.done && (
          <Callout tone="danger" title="Nothing was changed">
            <ul className="space-y-0.5">
              {answer.results.map(({ id, fault }) => (
                <li key={id}>
                  {nameOf(id)} {fault ? faults[fault] : "would have been fine"}
                </li>
              ))}
            </ul>
          </Callout>
        )}
        <HiddenField name="member" value={person.id} />
        <fieldset>
          <legend className="mb-1.5 font-medium">Organizations</legend>
          <ul>
            {assignments.map(({ id, name, role }) => (
              <li key={id}>
                <label
                  htmlFor={`back-${id}`}
                  className="flex min-h-8 cursor-pointer items-center gap-2.5 touch:min-h-11"
                >
                  <Checkbox id={`back-${id}`} name="links[]" value={id} defaultChecked={assignments.length === 1} />
                  <span className="min-w-0 truncate">{name}</span>
                  <span className="text-muted">{role}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      </ActionForm>
    </Dialog>
  );
}
