"use client";

import { useState } from "react";
import { partOf, usePart } from "@/components/ui/part";
import type { PopoverProps } from "@/components/ui/popover-parts";
import { type Opening, WaitingTrigger } from "@/components/ui/waiting-trigger";

const part = partOf(() => import("@/components/ui/popover-parts"));

/** A button and what opens beside it, whose code comes when somebody reaches for it. */
export function Popover(props: PopoverProps) {
  const [opening, setOpening] = useState<Opening>();
  if (props.open && !opening) setOpening("pointer");

  function open(by: Opening) {
    setOpening(by);
    if (by === "pointer") props.onOpenChange?.(true);
  }
  const parts = usePart(part, opening !== undefined);
  if (!parts || !opening) return <WaitingTrigger trigger={props.trigger} popup="dialog" part={part} onOpen={open} />;
  return <parts.Popover {...props} opening={opening} />;
}
