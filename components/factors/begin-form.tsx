"use client";

import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { beginFactorAction } from "@/lib/factors/actions";

type BeginFormProps = { replaces: boolean; back: { organization: string; to: string } };

export function BeginForm({ replaces, back }: BeginFormProps) {
  return (
    <ActionForm action={beginFactorAction} submitLabel={replaces ? "Show a new QR code" : "Show the QR code"}>
      <HiddenField name="back.organization" value={back.organization} />
      <HiddenField name="back.to" value={back.to} />
      <ol className="list-decimal space-y-1.5 pl-5">
        <li>Have an authenticator app ready on your phone or in your password manager.</li>
        <li>Scan the QR code that comes next.</li>
        <li>Enter the code that the app shows, and keep the recovery codes.</li>
      </ol>
      {replaces && <p className="text-muted">The app that you have keeps working until the new one is confirmed.</p>}
    </ActionForm>
  );
}
