"use client";

import { Plus } from "lucide-react";
import { useWatch } from "react-hook-form";
import { ActionForm } from "@/components/form/action-form";
import { ProofField } from "@/components/form/proof-field";
import { proofFields, useProof } from "@/components/form/proof-schema";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { keyOnce } from "@/components/keys/key-once";
import { type Givable, ScopeMatrix } from "@/components/keys/scope-matrix";
import { RoomNote } from "@/components/plans/room-note";
import { Button } from "@/components/ui/button";
import { SecretDialog } from "@/components/ui/secret-dialog";
import { useTestMode } from "@/components/ui/test-mode";
import { createKeyAction } from "@/lib/keys/actions";
import { createKeyInput, lifetimes, type NewKey } from "@/lib/keys/schema";
import type { Room } from "@/lib/plans/schema";
import { makeRoom } from "@/lib/plans/words";

const lives = Object.entries(lifetimes).map(([value, label]) => ({ value, label }));

const modes = [
  { value: "live", label: "Live records" },
  { value: "test", label: "Test records" },
];

type CreateKeyProps = { organizationId: string; api: string; givable: Givable; room: Room | null };

export function CreateKey({ organizationId, api, givable, room }: CreateKeyProps) {
  const schema = useProof(createKeyInput);
  const test = useTestMode();
  return (
    <SecretDialog<NewKey>
      trigger={
        <Button variant="primary">
          <Plus />
          Create key
        </Button>
      }
      title="Create an API key"
      description="It opens what you choose here, and never more than you may do yourself."
      madeTitle="Your new key"
      shown={(made) => keyOnce(made, api)}
      form={(onMade) => (
        <ActionForm
          schema={schema}
          action={createKeyAction}
          organizationId={organizationId}
          defaultValues={{ label: "", mode: test ? "test" : "live", expires: "30", expiresOn: "", ...proofFields }}
          submitLabel="Create key"
          layout="fill"
          onDone={onMade}
        >
          {room && <RoomNote limit="keys" room={room} full={makeRoom("Revoke", room)} />}
          <TextField name="label" label="Label" help="What uses it, such as “Warehouse scanner”." autoFocus />
          <SelectField name="mode" label="Works with" options={modes} help="It never sees the other ones." />
          <SelectField name="expires" label="Lives for" options={lives} />
          <LastDay />
          <ScopeMatrix givable={givable} />
          <ProofField help="Asked for again, since a key opens the organization." />
        </ActionForm>
      )}
    />
  );
}

function LastDay() {
  const expires = useWatch({ name: "expires" });
  return expires === "custom" ? <TextField name="expiresOn" type="date" label="Last day" /> : null;
}
