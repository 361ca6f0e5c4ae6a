"use client";

import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { PasswordField } from "@/components/form/password-field";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import {
  acceptInvitationAction,
  joinWithAccountAction,
  otherCodeAction,
  switchAccountAction,
} from "@/lib/invitations/join-actions";
import type { InvitationPreview } from "@/lib/invitations/schema";

/** The one way that is right for who is here: signed in, as somebody else, known, or new. */
export function JoinWays({ invitation }: { invitation: InvitationPreview }) {
  const { me, email, organization } = invitation;
  if (me && email && me.email !== email) return <OtherAccount invitation={invitation} me={me.email} />;
  if (me && invitation.alreadyMember)
    return (
      <>
        <Callout tone="info" title={`You belong to ${organization} already`}>
          Your role stays as it is.
        </Callout>
        <Button
          className="mt-5 w-full"
          variant="primary"
          render={<Link href="/organizations">Open your organizations</Link>}
        />
      </>
    );
  if (me)
    return (
      <>
        <ActionForm action={acceptInvitationAction} submitLabel={`Join ${organization}`} layout="fill" />
        <Switch text={`You are signed in as ${me.email}.`} />
      </>
    );
  if (email && !invitation.hasAccount) return <NewAccount email={email} />;
  return <SignInFirst byCode={email === null} />;
}

function OtherAccount({ invitation, me }: { invitation: InvitationPreview; me: string }) {
  return (
    <>
      <Callout tone="warning" title="You are signed in as somebody else">
        This invitation is for {invitation.email}. You are signed in as {me}.
      </Callout>
      <form action={switchAccountAction} className="mt-5">
        <Button type="submit" variant="primary" className="w-full">
          Sign out and continue as {invitation.email}
        </Button>
      </form>
    </>
  );
}

function NewAccount({ email }: { email: string }) {
  return (
    <>
      <ActionForm action={joinWithAccountAction} submitLabel="Create account and join" layout="fill">
        <TextField name="name" label="Your name" autoComplete="name" required />
        <PasswordField name="password" label="Password" help="At least 12 characters." autoComplete="new-password" />
      </ActionForm>
      <p className="mt-4 text-muted text-table">
        Your account gets the address {email}. The link in your mail proved it, so there is nothing else to confirm.
      </p>
    </>
  );
}

function SignInFirst({ byCode }: { byCode: boolean }) {
  return (
    <>
      <Button className="w-full" variant="primary" render={<Link href="/sign-in?to=%2Fjoin">Sign in to join</Link>} />
      {byCode && (
        <>
          <p className="mt-4 text-muted">
            No account yet? <TextLink href="/sign-up?to=%2Fjoin">Create one</TextLink>, then come back with the code.
          </p>
          <form action={otherCodeAction} className="mt-2">
            <Button type="submit" variant="ghost" size="sm">
              Enter another code
            </Button>
          </form>
        </>
      )}
    </>
  );
}

function Switch({ text }: { text: string }) {
  return (
    <form
      action={switchAccountAction}
      className="mt-4 flex flex-wrap items-center justify-between gap-2 text-muted text-table"
    >
      {text}
      <Button type="submit" variant="ghost" size="sm">
        Use another account
      </Button>
    </form>
  );
}
