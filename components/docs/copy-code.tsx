"use client";

import { Check, Copy } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { useCopy } from "@/components/ui/use-copy";

/** Copies the code beside it as it is shown, with the reader's key. */
export function CopyCode() {
  const [copied, copy] = useCopy();
  return (
    <IconButton
      size="sm"
      label={copied ? "Copied" : "Copy"}
      className="m-1.5"
      onClick={(event) => copy(event.currentTarget.closest("[data-code]")?.querySelector("code")?.textContent ?? "")}
    >
      {copied ? <Check /> : <Copy />}
    </IconButton>
  );
}
