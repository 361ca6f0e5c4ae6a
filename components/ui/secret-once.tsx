"use client";

import { Check, Copy } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { classNames } from "@/components/ui/class-names";
import { useCopy } from "@/components/ui/use-copy";

export type SecretOnceProps = { label: string; value: string; curl?: string; warning?: string; columns?: boolean };

const lastLook = "You will not see this again. Keep it somewhere safe now.";

/** A secret on its only appearance, with a ready command to try it. */
export function SecretOnce({ label, value, curl, warning = lastLook, columns = false }: SecretOnceProps) {
  return (
    <div className="space-y-4">
      <Callout tone="warning">{warning}</Callout>
      <CopyBlock label={label} value={value} columns={columns} />
      {curl && <CopyBlock label="Try it" value={curl} />}
    </div>
  );
}

function CopyBlock({ label, value, columns = false }: { label: string; value: string; columns?: boolean }) {
  const [copied, copy] = useCopy();
  return (
    <div>
      <div className="mb-1.5 flex items-center justify-between gap-4">
        <span className="font-medium">{label}</span>
        <Button size="sm" onClick={() => copy(value)} aria-label={`Copy ${label}`}>
          {copied ? <Check /> : <Copy />}
          <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
        </Button>
      </div>
      <pre className="whitespace-pre-wrap break-all rounded-control border bg-sunken px-3 py-2.5 font-mono text-table">
        <code className={classNames("select-all", columns && "block columns-2 gap-6")}>{value}</code>
      </pre>
    </div>
  );
}
