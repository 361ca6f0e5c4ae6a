"use client";

import { Plus } from "lucide-react";
import { PasswordForm } from "@/components/form/password-form";
import { SelectField } from "@/components/form/select-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { SecretDialog } from "@/components/ui/secret-dialog";
import { createServerAction } from "@/lib/servers/actions";
import type { NewServer } from "@/lib/servers/schema";

const scopes = [
  { value: "organizations.create,members.invite", label: "Create organizations and add people to them" },
  { value: "organizations.create", label: "Create organizations only" },
  { value: "members.invite", label: "Add people only" },
];

const lives = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
];

export function CreateServer() {
  return (
    <SecretDialog<NewServer>
      trigger={
        <Button variant="primary">
          <Plus />
          Create credential
        </Button>
      }
      title="Create a server credential"
      description="It reaches the organizations that it creates, and nothing else."
      madeTitle="The new credential"
      shown={({ label, key }) => ({ label, value: key })}
      form={(onMade) => (
        <PasswordForm
          action={createServerAction}
          defaultValues={{ label: "", scopes: scopes[0]?.value ?? "", days: "90" }}
          submitLabel="Create credential"
          onDone={onMade}
        >
          <TextField name="label" label="Label" help="Which server uses it, such as “Billing”." autoFocus />
          <SelectField name="scopes" label="May" options={scopes} />
          <SelectField name="days" label="Lives for" options={lives} />
        </PasswordForm>
      )}
    />
  );
}
