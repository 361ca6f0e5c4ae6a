"use client";

import {
  cloneElement,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { partOf, usePart, warm } from "@/components/ui/part";

export type TooltipProps = { content: ReactNode; side?: "top" | "right" | "bottom" | "left"; children: ReactElement };

const part = partOf(() => import("@/components/ui/tooltip-parts"));
const opensAfter = 300;
const closesAfter = 120;

/** `children` is one focusable element; what the tooltip says must not be needed to use it. */
export function Tooltip({ content, side = "top", children }: TooltipProps) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  const parts = usePart(part, anchor !== undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function change(next: HTMLElement | undefined, after: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(next), after);
  }
  const stay = () => clearTimeout(timer.current);
  const leave = () => change(undefined, closesAfter);
  const handlers = {
    "aria-describedby": anchor ? id : undefined,
    onPointerEnter: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType === "touch") return;
      warm(part);
      change(event.currentTarget, opensAfter);
    },
    onPointerLeave: leave,
    onFocus: (event: { currentTarget: HTMLElement }) => {
      if (event.currentTarget.matches(":focus-visible")) change(event.currentTarget, 0);
    },
    onBlur: () => change(undefined, 0),
    onKeyDown: (event: KeyboardEvent) => event.key === "Escape" && change(undefined, 0),
  };
  return (
    <>
      {cloneElement(children, handlers as object)}
      {parts && anchor && (
        <parts.TooltipPopup id={id} anchor={anchor} side={side} onStay={stay} onLeave={leave}>
          {content}
        </parts.TooltipPopup>
      )}
    </>
  );
}
