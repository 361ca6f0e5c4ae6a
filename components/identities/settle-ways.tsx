"use client";

import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import {
  acceptIdentityAction,
  confirmIdentityAction,
  forgetIdentityAction,
  mailIdentityAction,
} from "@/lib/identities/actions";
import type { WaitingIdentity } from "@/lib/identities/schema";

/** For somebody signed in: the provider becomes one of their ways, or is let go. */
export function AcceptIdentity({ label }: { label: string }) {
  return (
    <>
      <ActionForm action={acceptIdentityAction} submitLabel={`Link ${label}`} layout="fill" />
      <NotNow />
    </>
  );
}

/** For a visitor: sign in to the account that is there, or prove the address. */
export function SettleWays({ waiting, label }: { waiting: WaitingIdentity; label: string }) {
  const hasAccount = waiting.why === "address_known" || waiting.why === "doubted";
  const signIn = (
    <Link
      href="/sign-in?to=%2Fsign-in%2Flink"
      className={buttonStyles({
        variant: hasAccount ? "primary" : "secondary",
        className: "w-full",
      })}
    >
      {hasAccount ? `Sign in to link ${label}` : "I have an account"}
    </Link>
  );
  const mail = waiting.email && waiting.why !== "doubted" && (
    <ActionForm
      action={mailIdentityAction}
      submitLabel={waiting.mailed ? "Send the link again" : `Send a link to ${waiting.email}`}
      submitTone={waiting.why === "address_known" ? "secondary" : "primary"}
      layout="fill"
    >
      <HiddenField name="email" value={waiting.email} />
    </ActionForm>
  );
  return (
    <div className="space-y-3">
      {hasAccount && signIn}
      {mail}
      {!hasAccount && signIn}
      {waiting.why === "no_address" && (
        <Link href="/sign-up?to=%2Fsign-in%2Flink" className={buttonStyles({ className: "w-full" })}>
          Create an account
        </Link>
      )}
      <NotNow />
    </div>
  );
}

/** The link of the mail was opened: nothing is done before this is pressed, so that a scanner of mails does nothing. */
export function ConfirmIdentity({ token }: { token: string }) {
  return (
    <ActionForm action={confirmIdentityAction} submitLabel="Confirm and sign in" layout="fill">
      <HiddenField name="token" value={token} />
    </ActionForm>
  );
}

function NotNow() {
  return (
    <form action={forgetIdentityAction} className="mt-2">
      <Button type="submit" variant="ghost" size="sm" className="w-full">
        Not now
      </Button>
    </form>
  );
}
