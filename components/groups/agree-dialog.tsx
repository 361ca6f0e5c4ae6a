"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { proofFields, useProof } from "@/components/form/proof-schema";
import { type Choice, ShareFields } from "@/components/groups/share-fields";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { acceptGroupAction, shareWithGroupAction } from "@/lib/groups/actions";

type Props = {
  organizationId: string;
  /** The head of the group. */
  head: string;
  roles: Choice[];
  /** The request that is accepted; without one, what is shared already is changed. */
  request?: string;
  chosen?: { figures: readonly string[]; roles: readonly string[] };
};

export function AgreeDialog({ organizationId, head, roles, request, chosen }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={request ? `Join the group of ${head}?` : `What ${head} gets`}
      description="You choose each figure and each role, can change it at any time, and can leave at any time."
      trigger={
        <Button size="sm" variant={request ? "primary" : "secondary"}>
          {request ? "See and accept" : "Change"}
        </Button>
      }
    >
      <ActionForm
        action={request ? acceptGroupAction : shareWithGroupAction}
        organizationId={organizationId}
        submitLabel={request ? "Join the group" : "Save"}
        showDone={false}
        schema={useProof()}
        defaultValues={proofFields}
        onDone={(_, message) => {
          setOpen(false);
          if (message) toast.done(message);
        }}
        secondary={<DialogClose render={<Button variant="ghost">Cancel</Button>} />}
      >
        {request && <HiddenField name="id" value={request} />}
        <ShareFields roles={roles} {...(chosen ? { chosen } : {})} />
      </ActionForm>
    </Dialog>
  );
}
