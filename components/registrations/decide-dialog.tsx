"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { BranchesField } from "@/components/branches/branches-field";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { SelectField } from "@/components/form/select-field";
import { TextareaField } from "@/components/form/textarea-field";
import { RoomNote } from "@/components/plans/room-note";
import { LetterPreview } from "@/components/registrations/letter-preview";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import type { Room } from "@/lib/plans/schema";
import { approveRegistrationsAction, rejectRegistrationsAction } from "@/lib/registrations/actions";
import { decideLabel, type Letters } from "@/lib/registrations/rules";
import type { Decision, GivableRole } from "@/lib/registrations/schema";

export type Act = "approve" | "reject";
export type Asker = { id: string; name: string; email: string; verified: boolean };
export type Deciding = {
  organizationId: string;
  roles: GivableRole[];
  defaultRole: string;
  letters: Letters;
  seats: Room;
};

type DecideDialogProps = {
  act: Act;
  people: Asker[];
  deciding: Deciding;
  onClose: () => void;
  onDone: (decisions: Decision[]) => void;
};

export function DecideDialog({ act, people, deciding, onClose, onDone }: DecideDialogProps) {
  const { organizationId, roles, letters, seats } = deciding;
  const known = roles.some(({ key }) => key === deciding.defaultRole);
  const role = known ? deciding.defaultRole : (roles[0]?.key ?? "");
  const label = decideLabel(act, people.length);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={label}
      description={people.length <= 3 ? people.map(({ name }) => name).join(", ") : `${people.length} people`}
    >
      <FirstField>
        <ActionForm
          action={act === "approve" ? approveRegistrationsAction : rejectRegistrationsAction}
          organizationId={organizationId}
          submitLabel={label}
          submitTone={act === "approve" ? "primary" : "danger"}
          showDone={false}
          defaultValues={{ role, note: "", reason: "" }}
          onDone={onDone}
          secondary={<DialogClose render={<Button variant="ghost">Cancel</Button>} />}
        >
          {people.map(({ id }) => (
            <HiddenField key={id} name="ids[]" value={id} />
          ))}
          {act === "approve" ? (
            <>
              <RoomNote limit="max_users" room={seats} asked={people.length} full={withoutSeat(people, seats)} />
              <SelectField
                name="role"
                label="Role"
                help="Only roles that hold no more than you do."
                options={roles.map(({ key, name }) => ({ value: key, label: name }))}
              />
              <BranchesField />
              <TextareaField name="note" label="Note" optional rows={2} maxLength={500} />
            </>
          ) : (
            <TextareaField name="reason" label="Reason" help="They will read it." rows={3} maxLength={500} />
          )}
          <LetterPreview act={act} people={people} letters={letters} roles={roles} />
        </ActionForm>
      </FirstField>
    </Dialog>
  );
}

/** Who has an account is a member at once and needs the seat now; who has none takes it when they use their link. */
function withoutSeat(people: Asker[], { most, used }: Room): string {
  const verified = people.filter((each) => each.verified).length;
  const left = Math.max(0, (most ?? 0) - (used ?? 0));
  const later = "Approved people without an account get their link, and come in once there is room.";
  if (verified <= left) return later;
  if (left > 0) return "Choose fewer, or suspend or remove somebody first: who has an account takes a seat at once.";
  const now = "Suspend or remove somebody first: who has an account cannot be approved now.";
  return verified === people.length ? now : `${now} ${later}`;
}

/** Begins in the first field and sends on Ctrl or Cmd with Enter: a decision needs no mouse. */
function FirstField({ children }: { children: React.ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => place.current?.querySelector<HTMLElement>("select, textarea")?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  function send(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    place.current?.querySelector("form")?.requestSubmit();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to the form inside
    <div ref={place} onKeyDown={send}>
      {children}
    </div>
  );
}
