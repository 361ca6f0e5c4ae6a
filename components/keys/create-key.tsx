"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { ActionForm } from "@/components/form/action-form";
import { ProofField } from "@/components/form/proof-field";
import { proofFields, useProof } from "@/components/form/proof-schema";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { KeyOnce } from "@/components/keys/key-once";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { createKeyAction } from "@/lib/keys/actions";
import { createKeyInput, lifetimes, type NewKey } from "@/lib/keys/schema";

const options = Object.entries(lifetimes).map(([value, label]) => ({ value, label }));

export function CreateKey({ organizationId, api }: { organizationId: string; api: string }) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<NewKey>();
  const schema = useProof(createKeyInput);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setMade(undefined);
      }}
      trigger={
        <Button variant="primary">
          <Plus />
          Create key
        </Button>
      }
      title={made ? "Your new key" : "Create an API key"}
      description={
        made ? undefined : "It can do what you can do, except manage keys, transfer or delete the organization."
      }
    >
      {made ? (
        <KeyOnce made={made} api={api} />
      ) : (
        <ActionForm
          schema={schema}
          action={createKeyAction}
          organizationId={organizationId}
          defaultValues={{ label: "", expires: "90", expiresOn: "", ...proofFields }}
          submitLabel="Create key"
          layout="fill"
          onDone={setMade}
        >
          <TextField name="label" label="Label" help="What uses it, such as “Warehouse scanner”." autoFocus />
          <SelectField name="expires" label="Lives for" options={options} />
          <LastDay />
          <ProofField help="Asked for again, since a key opens the organization." />
        </ActionForm>
      )}
    </Dialog>
  );
}

function LastDay() {
  const expires = useWatch({ name: "expires" });
  return expires === "custom" ? <TextField name="expiresOn" type="date" label="Last day" /> : null;
}
