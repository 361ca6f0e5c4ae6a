"use client";

import { cloneElement, type MouseEvent, type PointerEvent, type ReactElement, type RefObject } from "react";
import type { OpenedPopup } from "@/components/ui/opened-popup";
import { type Part, warm } from "@/components/ui/part";

type TriggerProps = {
  onClick?: (event: MouseEvent<HTMLElement>) => void;
  onPointerEnter?: (event: PointerEvent<HTMLElement>) => void;
};

type OpeningButtonProps = {
  trigger: ReactElement | undefined;
  part: Part<unknown>;
  popup: OpenedPopup;
  from: RefObject<HTMLElement | null>;
};

/** The button of a dialog; the dialog's code begins to come when somebody points at it. */
export function OpeningButton({ trigger, part, popup, from }: OpeningButtonProps) {
  if (!trigger) return null;
  const own = trigger.props as TriggerProps; // a button of ours
  const handlers = {
    "aria-haspopup": "dialog",
    "aria-expanded": popup.open,
    onPointerEnter: (event: PointerEvent<HTMLElement>) => {
      own.onPointerEnter?.(event);
      warm(part);
    },
    onFocus: () => warm(part),
    onClick: (event: MouseEvent<HTMLElement>) => {
      own.onClick?.(event);
      from.current = event.currentTarget;
      popup.onOpenChange(true);
    },
  };
  return cloneElement(trigger, handlers as object);
}
