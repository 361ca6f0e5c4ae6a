"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { PasswordForm } from "@/components/form/password-form";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { SecretOnce } from "@/components/ui/secret-once";
import { createServerAction } from "@/lib/servers/actions";
import type { NewServer } from "@/lib/servers/schema";

const scopes = [
  { value: "organizations.create,members.invite", label: "Create organizations and invite people into them" },
  { value: "organizations.create", label: "Create organizations only" },
  { value: "members.invite", label: "Invite people only" },
];

const lives = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
];

export function CreateServer() {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<NewServer>();
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
          Create credential
        </Button>
      }
      title={made ? "The new credential" : "Create a server credential"}
      description={made ? undefined : "It reaches the organizations that it creates, and nothing else."}
    >
      {made ? (
        <div className="space-y-5">
          <SecretOnce label={made.label} value={made.key} />
          <div className="flex justify-end">
            <DialogClose render={<Button variant="primary">I have kept it</Button>} />
          </div>
        </div>
      ) : (
        <PasswordForm
          action={createServerAction}
          defaultValues={{ label: "", scopes: scopes[0]?.value ?? "", days: "90" }}
          submitLabel="Create credential"
          onDone={setMade}
        >
          <TextField name="label" label="Label" help="Which server uses it, such as “Billing”." autoFocus />
          <SelectField name="scopes" label="May" options={scopes} />
          <SelectField name="days" label="Lives for" options={lives} />
        </PasswordForm>
      )}
    </Dialog>
  );
}
