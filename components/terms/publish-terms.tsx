"use client";

import { FilePlus } from "lucide-react";
import { useState } from "react";
import { CheckField } from "@/components/form/check-field";
import { PasswordForm } from "@/components/form/password-form";
import { TextField } from "@/components/form/text-field";
import { TextareaField } from "@/components/form/textarea-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { publishTermsAction } from "@/lib/terms/actions";
import type { TermsVersion } from "@/lib/terms/schema";

export function PublishTerms({ latest }: { latest: TermsVersion | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary">
          <FilePlus />
          Publish a version
        </Button>
      }
      title="Publish a version"
      description="Everybody is asked to accept it, and nobody can change it afterwards."
    >
      <PasswordForm
        action={publishTermsAction}
        defaultValues={{ body: latest?.body ?? "", url: latest?.url ?? "", addsMembers: latest?.adds_members ?? false }}
        submitLabel="Publish"
        onDone={({ version }) => {
          setOpen(false);
          toast.done(`Version ${version} holds from now on`);
        }}
      >
        <TextareaField name="body" label="Text" rows={8} maxLength={50_000} />
        <TextField name="url" type="url" label="Where the whole text stands" optional />
        <CheckField
          name="addsMembers"
          label="Servers may add whoever accepts"
          help="Your server credentials then make them members at once. Say so in the text."
        />
      </PasswordForm>
    </Dialog>
  );
}
