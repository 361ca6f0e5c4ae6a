"use client";

import type { FieldValues } from "react-hook-form";
import type { ZodType } from "zod";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { Callout } from "@/components/ui/callout";
import { changeAddressAction } from "@/lib/settings/actions";
import { addressInput } from "@/lib/settings/schema";

const schema = addressInput as ZodType<FieldValues, FieldValues>; // its fields are those of the form

type AddressFormProps = { organizationId: string; slug: string; suffix: string };

export function AddressForm({ organizationId, slug, suffix }: AddressFormProps) {
  return (
    <ActionForm
      schema={schema}
      action={changeAddressAction}
      organizationId={organizationId}
      defaultValues={{ slug }}
      submitLabel="Change address"
      submitTone="danger"
    >
      <Callout tone="warning" title="Links change">
        The old address answers “not found” at once: bookmarks, links in mails and open pages of everybody end there. It
        stays reserved for you for 90 days. API keys keep working.
      </Callout>
      <TextField
        name="slug"
        label="New address"
        help="3 to 40 letters, digits and single hyphens."
        suffix={suffix}
        autoCapitalize="none"
        spellCheck={false}
      />
    </ActionForm>
  );
}
