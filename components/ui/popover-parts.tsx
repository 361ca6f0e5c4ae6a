"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { popupStyles } from "@/components/ui/popup-styles";
import { type Opening, useOpening } from "@/components/ui/waiting-trigger";

export type PopoverProps = {
  trigger: ReactElement;
  /** Names the popover for screen readers. */
  label: string;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  children: ReactNode;
};

export function Popover(props: PopoverProps & { opening: Opening }) {
  const { trigger, label, align = "start", side = "bottom", open, onOpenChange, className, children, opening } = props;
  const begin = useOpening<HTMLButtonElement>(opening);
  return (
    <Base.Root open={open} defaultOpen={opening === "pointer"} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger ref={begin} render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup aria-label={label} className={classNames(popupStyles, "p-3", className)}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
