"use client";

import {
  cloneElement,
  type FocusEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  type RefCallback,
  useRef,
} from "react";
import { type Part, warm } from "@/components/ui/part";

/** By what a popup was asked for: the keyboard goes on to its first entry. */
export type Opening = "pointer" | "keyboard";

type TriggerProps = {
  onClick?: (event: MouseEvent<HTMLElement>) => void;
  onPointerEnter?: (event: PointerEvent<HTMLElement>) => void;
  onFocus?: (event: FocusEvent<HTMLElement>) => void;
};

type WaitingTriggerProps = {
  trigger: ReactElement;
  popup: "menu" | "dialog";
  part: Part<unknown>;
  onOpen: (opening: Opening, trigger: HTMLElement) => void;
};

/** The button of a popup whose code is not here yet: it begins to come when somebody points at the button. */
export function WaitingTrigger({ trigger, popup, part, onOpen }: WaitingTriggerProps) {
  const own = trigger.props as TriggerProps; // a button of ours
  const handlers = {
    "aria-haspopup": popup,
    "aria-expanded": false,
    onPointerEnter: (event: PointerEvent<HTMLElement>) => {
      own.onPointerEnter?.(event);
      warm(part);
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      own.onFocus?.(event);
      warm(part);
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      own.onClick?.(event);
      if (!event.defaultPrevented) onOpen(event.detail === 0 ? "keyboard" : "pointer", event.currentTarget);
    },
  };
  return cloneElement(trigger, handlers as object);
}

/** For the trigger that takes the waiting one's place: it has the focus, and the keyboard's press reaches it once. */
export function useOpening<Element extends HTMLElement>(opening: Opening): RefCallback<Element> {
  const done = useRef(false);
  return (element) => {
    if (!element || done.current) return;
    done.current = true;
    element.focus({ preventScroll: true });
    if (opening === "keyboard") queueMicrotask(() => element.click());
  };
}
