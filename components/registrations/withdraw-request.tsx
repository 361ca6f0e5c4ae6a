"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { idle } from "@/lib/errors";
import { withdrawRequestAction } from "@/lib/registrations/actions";

type WithdrawRequestProps = {
  id: string;
  organization: string;
  /** By the account, where nothing else is named. */
  action?: typeof withdrawRequestAction;
};

export function WithdrawRequest({ id, organization, action = withdrawRequestAction }: WithdrawRequestProps) {
  async function withdraw() {
    const form = new FormData();
    form.set("id", id);
    const state = await action(idle, form);
    if (state.status === "done") {
      if (state.data.withdrawn) toast.done("Request withdrawn");
      else toast.note(`${organization} decided already`);
    }
    return state;
  }
  return (
    <ConfirmDialog
      trigger={<Button size="sm">Withdraw</Button>}
      title="Withdraw your request?"
      confirmLabel="Withdraw request"
      onConfirm={withdraw}
    >
      {organization} no longer sees it as waiting. You can ask again at any time.
    </ConfirmDialog>
  );
}
