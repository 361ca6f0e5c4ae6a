"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { partOf, usePart, warm } from "@/components/ui/part";

const formPart = partOf(() => import("@/components/impersonation/raise-form"));

type Props = { organizationId: string; name: string; proof: "password" | "factor" | "provider"; buttonClass: string };

export function RaiseDialog({ organizationId, name, proof, buttonClass }: Props) {
  const [open, setOpen] = useState(false);
  const form = usePart(formPart, open);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={`Change records as ${name}?`}
      description="You may then add and change shipments, orders, customers and other work, and cancel them. People, roles, keys, settings, files and anything that cannot be undone stay closed."
      trigger={
        <Button size="sm" className={buttonClass} onPointerEnter={() => warm(formPart)}>
          Raise
        </Button>
      }
    >
      {form && <form.RaiseForm organizationId={organizationId} proof={proof} onDone={() => setOpen(false)} />}
    </Dialog>
  );
}
