"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/hidden-field";
import { TextareaField } from "@/components/form/textarea-field";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { takeBackApprovalAction } from "@/lib/registrations/actions";

type TakeBackProps = { id: string; name: string; organizationId: string };

/** For an approval whose membership has not begun: closes the request with a reason that the person reads. */
export function TakeBack({ id, name, organizationId }: TakeBackProps) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  function done() {
    setOpen(false);
    toast.done("Approval taken back");
    router.refresh();
  }
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Take the approval back
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Take the approval back?"
        description={`The link that ${name} got opens nothing any more, and a mail tells them. They can ask again.`}
      >
        <ActionForm
          action={takeBackApprovalAction}
          organizationId={organizationId}
          submitLabel="Take it back"
          submitTone="danger"
          showDone={false}
          onDone={done}
          secondary={<DialogClose render={<Button variant="ghost">Cancel</Button>} />}
        >
          <HiddenField name="id" value={id} />
          <TextareaField name="reason" label="Reason" help="They will read it." rows={3} maxLength={500} />
        </ActionForm>
      </Dialog>
    </>
  );
}
