"use client";

import { Eye, PencilLine } from "lucide-react";
import { OrganizationField } from "@/components/form/organization-field";
import { RaiseDialog } from "@/components/impersonation/raise-dialog";
import { TimeLeft } from "@/components/impersonation/time-left";
import type { Impersonation } from "@/components/shell/types";
import { Button } from "@/components/ui/button";

const onRed = "border-on-danger/55 bg-transparent text-on-danger hover:bg-danger-hover";

export function ImpersonationBanner({
  name,
  organization,
  organizationId,
  raised,
  secondsLeft,
  proof,
  stop,
}: Impersonation) {
  const Mark = raised ? PencilLine : Eye;
  return (
    <section
      aria-label="Support session"
      className="sticky top-0 z-41 flex h-(--banner) flex-col justify-center gap-x-4 gap-y-1.5 overflow-hidden bg-danger-solid px-4 text-on-danger sm:flex-row sm:items-center sm:justify-between"
    >
      <p className="flex min-w-0 items-center gap-2">
        <Mark aria-hidden="true" className="size-4 shrink-0" />
        <span className="truncate">
          <span className="max-sm:sr-only">You act as </span>
          <strong className="font-semibold">{name}</strong> at {organization}
        </span>
        <span className="shrink-0 rounded-full border border-on-danger/55 px-2 py-0.5 font-medium text-xs">
          {raised ? "May change records" : "Read only"}
        </span>
      </p>
      <div className="flex shrink-0 items-center gap-2 max-sm:justify-between">
        <TimeLeft seconds={secondsLeft} />
        <span className="flex gap-2">
          {!raised && <RaiseDialog organizationId={organizationId} name={name} proof={proof} buttonClass={onRed} />}
          <form action={stop}>
            <OrganizationField id={organizationId} />
            <Button type="submit" size="sm" className={onRed}>
              Stop
            </Button>
          </form>
        </span>
      </div>
    </section>
  );
}
