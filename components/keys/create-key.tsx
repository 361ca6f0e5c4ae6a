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
import { type Givable, ScopeMatrix } from "@/components/keys/scope-matrix";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { createKeyAction } from "@/lib/keys/actions";
import { createKeyInput, lifetimes, type NewKey } from "@/lib/keys/schema";

const lives = Object.entries(lifetimes).map(([value, label]) => ({ value, label }));

type CreateKeyProps = { organizationId: string; api: string; givable: Givable };

export function CreateKey({ organizationId, api, givable }: CreateKeyProps) {
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
      description={made ? undefined : "It opens what you choose here, and never more than you may do yourself."}
    >
      {made ? (
        <KeyOnce made={made} api={api} />
      ) : (
        <ActionForm
          schema={schema}
          action={createKeyAction}
          organizationId={organizationId}
          defaultValues={{ label: "", expires: "30", expiresOn: "", ...proofFields }}
          submitLabel="Create key"
          layout="fill"
          onDone={setMade}
        >
          <TextField name="label" label="Label" help="What uses it, such as “Warehouse scanner”." autoFocus />
          <SelectField name="expires" label="Lives for" options={lives} />
          <LastDay />
          <ScopeMatrix givable={givable} />
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
