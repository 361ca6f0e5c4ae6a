"use client";

import Link from "next/link";
import { RecoveryCodes } from "@/components/factors/recovery-codes";
import { ActionForm } from "@/components/form/action-form";
import { PasswordForm } from "@/components/form/password-form";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { Dialog } from "@/components/ui/dialog";
import { removeFactorAction, renewRecoveryCodesAction } from "@/lib/factors/actions";
import type { Factor } from "@/lib/factors/schema";

const authenticatorPath = "/account/security/authenticator";

/** Second factor: its state, the set-up, recovery codes left, and the way out. */
export function FactorCard({ factor, timeZone }: { factor: Factor; timeZone: string }) {
  const { since, codesLeft, wantedBy } = factor;
  return (
    <Card
      title="Second factor"
      description="A code from your phone besides your password."
      actions={<Badge tone={since ? "positive" : "neutral"}>{since ? "On" : "Off"}</Badge>}
    >
      {since ? (
        <div className="space-y-4">
          <p>
            Authenticator app, since <DateTime value={since} timeZone={timeZone} />. {codesText(codesLeft)}
          </p>
          {codesLeft < 3 && (
            <Callout tone="warning">Make new recovery codes, so that a lost phone does not shut you out.</Callout>
          )}
          <div className="flex flex-wrap gap-2">
            <NewCodes />
            <Link href={authenticatorPath} className={buttonStyles({ variant: "secondary" })}>
              Replace the app
            </Link>
            <RemoveFactor wantedBy={wantedBy.map(({ name }) => name)} />
          </div>
        </div>
      ) : (
        <div className="space-y-4">
          {wantedBy[0] && (
            <Callout tone="warning">
              {wantedBy.map(({ name }) => name).join(", ")} {wantedBy.length === 1 ? "wants" : "want"} one from you by{" "}
              <DateTime value={wantedBy[0].from} timeZone={timeZone} />.
            </Callout>
          )}
          <p className="text-muted">
            With one, whoever learns your password still cannot sign in. You need an authenticator app on your phone or
            in your password manager.
          </p>
          <Link href={authenticatorPath} className={buttonStyles({ variant: "primary" })}>
            Set up an authenticator app
          </Link>
        </div>
      )}
    </Card>
  );
}

function codesText(left: number): string {
  if (left === 0) return "No recovery code is left.";
  return left === 1 ? "One recovery code is left." : `${left} recovery codes are left.`;
}

function NewCodes() {
  return (
    <Dialog
      trigger={<Button>New recovery codes</Button>}
      title="New recovery codes"
      description="Ten new ones. The old ones open nothing any more."
    >
      <ActionForm
        action={renewRecoveryCodesAction}
        submitLabel="Make new codes"
        layout="fill"
        done={({ codes }) => <RecoveryCodes codes={codes} />}
      />
    </Dialog>
  );
}

function RemoveFactor({ wantedBy }: { wantedBy: string[] }) {
  return (
    <Dialog
      trigger={<Button>Remove</Button>}
      title="Remove your second factor?"
      description={
        wantedBy.length > 0
          ? `Your password alone opens your account then. ${wantedBy.join(", ")} will ask you to set one up again.`
          : "Your password alone opens your account then. Your other sessions end."
      }
    >
      <PasswordForm action={removeFactorAction} submitLabel="Remove second factor" submitTone="danger" />
    </Dialog>
  );
}
