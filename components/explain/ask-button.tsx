"use client";

import { Check, Hand } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { idle } from "@/lib/errors";
import { askForPermissionAction } from "@/lib/explain/actions";

type AskButtonProps = { permission: string; organizationId: string };

/** Tells those who can give a permission that it is asked for. */
export function AskButton({ permission, organizationId }: AskButtonProps) {
  const [asked, setAsked] = useState(false);
  const [pending, startTransition] = useTransition();
  function ask() {
    const form = new FormData();
    form.set("organization", organizationId);
    form.set("permission", permission);
    startTransition(async () => {
      const state = await askForPermissionAction(idle, form);
      if (state.status === "failed") toast.failed(state.message);
      setAsked(state.status === "done" || (state.status === "failed" && state.reason === "asked_already"));
    });
  }
  return (
    <Button variant="primary" onClick={ask} pending={pending} disabled={asked}>
      {!pending && (asked ? <Check /> : <Hand />)}
      {asked ? "Asked" : "Ask for it"}
    </Button>
  );
}
