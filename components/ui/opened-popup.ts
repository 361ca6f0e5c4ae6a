import { type ReactElement, type RefObject, useRef, useState } from "react";
import { type Part, usePart } from "@/components/ui/part";

/** What a dialog whose code came late is told. */
export type OpenedPopup = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What opened it, and gets the focus back. */
  from?: RefObject<HTMLElement | null>;
};

type Controlled = {
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** Whether a dialog is open, by its own button or by the page; its code comes the first time it is. */
export function useOpenedPopup<Module>(part: Part<Module>, { trigger, open, onOpenChange }: Controlled) {
  const [own, setOwn] = useState(false);
  const [ever, setEver] = useState(false);
  const from = useRef<HTMLElement>(null);
  const shown = open ?? own;
  if (shown && !ever) setEver(true);
  const parts = usePart(part, ever || shown);
  const popup: OpenedPopup = {
    open: shown,
    onOpenChange: (next) => {
      setOwn(next);
      onOpenChange?.(next);
    },
    ...(trigger ? { from } : {}),
  };
  return { parts, popup, from };
}
