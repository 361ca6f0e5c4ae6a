"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { send } from "@/components/form/send";
import { type Act, DecideDialog, type Deciding } from "@/components/registrations/decide-dialog";
import { resultInWords } from "@/components/registrations/decision-results";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { toast } from "@/components/ui/toast";
import { findRegistrationAction } from "@/lib/registrations/actions";
import type { Decision, RegistrationDetail } from "@/lib/registrations/schema";

type DecideNoticeProps = { id: string; deciding: Deciding; href: string | undefined };

/** Decides on a notice's request in the dialog of the queue: role, branches, note, and what the person will be told. */
export function DecideNotice({ id, deciding, href }: DecideNoticeProps) {
  const router = useRouter();
  const [open, setOpen] = useState<{ act: Act; person: RegistrationDetail }>();
  const [asking, startAsking] = useTransition();
  const { organizationId } = deciding;

  function begin(act: Act) {
    startAsking(async () => {
      const found = await send(findRegistrationAction, { organization: organizationId, id });
      if (found.status === "failed") toast.failed(found.message);
      else if (found.status === "done" && found.data.state === "pending") setOpen({ act, person: found.data });
      else router.refresh();
    });
  }

  function finish(decisions: Decision[]) {
    setOpen(undefined);
    for (const each of decisions) toast.done(`${each.name}: ${resultInWords(each)}`);
    router.refresh();
  }

  return (
    <div className="mt-1.5 flex flex-wrap gap-2">
      <Button size="sm" variant="primary" pending={asking} onClick={() => begin("approve")}>
        Approve
      </Button>
      <Button size="sm" disabled={asking} onClick={() => begin("reject")}>
        Reject
      </Button>
      {href && (
        <a href={href} className={buttonStyles({ size: "sm", variant: "ghost" })}>
          Open
        </a>
      )}
      {open && (
        <DecideDialog
          act={open.act}
          people={[open.person]}
          deciding={deciding}
          onClose={() => setOpen(undefined)}
          onDone={finish}
        />
      )}
    </div>
  );
}
