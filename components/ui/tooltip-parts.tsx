"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";

type TooltipPopupProps = {
  id: string;
  anchor: HTMLElement;
  side: "top" | "right" | "bottom" | "left";
  onStay: () => void;
  onLeave: () => void;
  children: ReactNode;
};

/** What a tooltip says, beside its element; it stays while the pointer is on it. */
export function TooltipPopup({ id, anchor, side, onStay, onLeave, children }: TooltipPopupProps) {
  return (
    <Base.Root open>
      <Base.Portal>
        <Base.Positioner anchor={anchor} side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup
            id={id}
            role="tooltip"
            onPointerEnter={onStay}
            onPointerLeave={onLeave}
            className="max-w-72 rounded-control bg-text px-2 py-1 text-background text-xs data-[open]:animate-appear"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
