"use client";

import { RecoveryCodes } from "@/components/factors/recovery-codes";
import { ActionForm } from "@/components/form/action-form";
import { CodeField } from "@/components/form/code-field";
import { buttonStyles } from "@/components/ui/button-styles";
import { Callout } from "@/components/ui/callout";
import { CopyText } from "@/components/ui/copy-text";
import { QrCode } from "@/components/ui/qr-code";
import { enrolAction } from "@/lib/factors/actions";

/** The new seed, drawn and in letters; null where its quarter of an hour is over. */
export type ShownEnrolment = { seed: string; qr: string } | null;

type EnrolFormProps = { enrolment: ShownEnrolment; begin: string; onwards: { href: string; label: string } };

/** Scan, enter the first code, keep the recovery codes. Its answer outlives the seed that the page then knows no more. */
export function EnrolForm({ enrolment, begin, onwards }: EnrolFormProps) {
  return (
    <ActionForm
      action={enrolAction}
      submitLabel="Turn on"
      hidden={enrolment === null}
      done={({ codes }) => (
        <div className="space-y-5">
          <Callout tone="positive" title="Your second factor is on">
            Your other sessions were ended.
          </Callout>
          <RecoveryCodes codes={codes} />
          <a href={onwards.href} className={buttonStyles({ variant: "primary" })}>
            {onwards.label}
          </a>
        </div>
      )}
    >
      {enrolment ? (
        <Scan enrolment={enrolment} />
      ) : (
        <Callout tone="warning" title="This set-up is over">
          A QR code counts for a quarter of an hour.{" "}
          <a href={begin} className="font-medium text-accent hover:underline">
            Begin again
          </a>
        </Callout>
      )}
    </ActionForm>
  );
}

function Scan({ enrolment }: { enrolment: NonNullable<ShownEnrolment> }) {
  const groups = enrolment.seed.match(/.{1,4}/g)?.join(" ") ?? "";
  return (
    <>
      <div className="flex flex-wrap items-start gap-6">
        <QrCode svg={enrolment.qr} label="QR code for your authenticator app" size={184} />
        <div className="min-w-0 flex-1 basis-60 space-y-3">
          <p>
            Scan this with an authenticator app, such as the one of your password manager, Google Authenticator or
            Aegis.
          </p>
          <details>
            <summary className="cursor-pointer font-medium text-accent">No camera? Enter the key instead</summary>
            <p className="mt-2 text-muted text-table">Time based, six digits, 30 seconds, SHA-1.</p>
            <CopyText
              value={enrolment.seed}
              display={groups}
              label="Copy the key"
              className="-ml-1 mt-1 text-left text-table [&>span]:whitespace-normal"
            />
          </details>
        </div>
      </div>
      <CodeField label="Code that the app shows" recovery={false} autoFocus />
    </>
  );
}
