"use client";

import { ActionForm } from "@/components/form/action-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { endOtherSessionsAction, signOutAction, signOutEverywhereAction } from "@/lib/accounts/actions";

export function SignOutCard({ others }: { others: number }) {
  return (
    <Card title="Sign out" description="Takes effect on the next request, on every organization's address too.">
      <div className="flex flex-wrap items-start gap-2">
        <form action={signOutAction}>
          <Button type="submit">Sign out here</Button>
        </form>
        {others > 0 && (
          <ActionForm
            action={endOtherSessionsAction}
            submitLabel={others === 1 ? "End the other session" : `End ${others} other sessions`}
            submitTone="secondary"
            showDone={false}
          />
        )}
        <ConfirmDialog
          trigger={<Button>Sign out everywhere</Button>}
          title="Sign out everywhere?"
          confirmLabel="Sign out everywhere"
          onConfirm={signOutEverywhereAction}
        >
          Every session of yours ends now, this one included. Sign in again afterwards.
        </ConfirmDialog>
      </div>
    </Card>
  );
}
