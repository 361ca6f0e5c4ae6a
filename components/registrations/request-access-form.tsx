"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { TextareaField } from "@/components/form/textarea-field";
import { requestAccessAction } from "@/lib/registrations/actions";

type RequestAccessFormProps = { organization: string; host: string; name: string; email: string };

export function RequestAccessForm({ organization, host, name, email }: RequestAccessFormProps) {
  return (
    <ActionForm
      action={requestAccessAction}
      submitLabel="Send request"
      layout="fill"
      defaultValues={{ slug: organization, name, email, message: "" }}
    >
      <TextField
        name="slug"
        label="Organization"
        help="The first part of its address."
        suffix={`.${host}`}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextField name="name" label="Your name" autoComplete="name" required />
      <TextField name="email" label="E-mail address" type="email" autoComplete="email" required />
      <TextareaField
        name="message"
        label="Message"
        help="Say who you are and what you will do there."
        optional
        rows={4}
        maxLength={1000}
      />
    </ActionForm>
  );
}
