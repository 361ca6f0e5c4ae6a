"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { FaultLine } from "@/components/form/fault-line";
import { HiddenField } from "@/components/form/hidden-field";
import { AssignResults } from "@/components/groups/assign-results";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { assignInGroupAction } from "@/lib/groups/actions";
import type { Assigned, GroupChild } from "@/lib/groups/schema";

type Person = { id: string; name: string };
type Props = { people: Person[]; childrenOfGroup: GroupChild[]; organizationId: string; onClose: () => void };

/** Where each goes and as what: all of it happens, or nothing. */
export function AssignDialog({ people, childrenOfGroup, organizationId, onClose }: Props) {
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [answer, setAnswer] = useState<Assigned>();
  const targets = childrenOfGroup.filter(({ id }) => chosen[id]);
  const who = people.length <= 3 ? people.map(({ name }) => name).join(", ") : `${people.length} people`;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Assign ${who}`}
      description="They become ordinary members there, with the role that you choose. All of it happens, or nothing."
    >
      {answer?.done ? (
        <div className="space-y-4">
          <AssignResults answer={answer} childrenOfGroup={childrenOfGroup} />
          <DialogClose render={<Button>Close</Button>} />
        </div>
      ) : (
        <ActionForm<Assigned>
          action={assignInGroupAction}
          organizationId={organizationId}
          submitLabel={submitWords(targets.length)}
          showDone={false}
          onDone={setAnswer}
          secondary={<DialogClose render={<Button variant="ghost">Cancel</Button>} />}
        >
          {answer && <AssignResults answer={answer} childrenOfGroup={childrenOfGroup} />}
          {people.map(({ id }) => (
            <HiddenField key={id} name="members[]" value={id} />
          ))}
          <ul className="space-y-3">
            {childrenOfGroup.map(({ id, name, roles, state }) => {
              const at = targets.findIndex((target) => target.id === id);
              const closed = roles.length === 0 || state !== "active";
              return (
                <li key={id} className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-2">
                  <label htmlFor={`role-${id}`} className="min-w-0 truncate font-medium">
                    {name}
                  </label>
                  {at >= 0 && <HiddenField name={`targets.${at}.id`} value={id} />}
                  <Select
                    id={`role-${id}`}
                    name={at >= 0 ? `targets.${at}.role` : undefined}
                    value={chosen[id] ?? ""}
                    disabled={closed}
                    onChange={({ target }) => setChosen({ ...chosen, [id]: target.value })}
                    placeholder={placeWords(state, closed)}
                    options={roles.map((role) => ({ value: role.key, label: role.name }))}
                  />
                </li>
              );
            })}
          </ul>
          <FaultLine name="targets" />
        </ActionForm>
      )}
    </Dialog>
  );
}

function placeWords(state: GroupChild["state"], closed: boolean): string {
  if (state !== "active") return "It is suspended";
  return closed ? "It lets you give no role" : "Not there";
}

function submitWords(many: number): string {
  if (many === 0) return "Assign";
  return many === 1 ? "Assign to 1 organization" : `Assign to ${many} organizations`;
}
