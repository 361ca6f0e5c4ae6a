"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { CSSProperties, ReactElement, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import type { OpenedPopup } from "@/components/ui/opened-popup";

export type SheetProps = {
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: string;
  hideTitle?: boolean;
  side?: "left" | "right";
  className?: string;
  style?: CSSProperties;
  children: ReactNode;
};

export function Sheet(props: SheetProps & OpenedPopup) {
  const { open, onOpenChange, from, title, hideTitle = false, side = "right", className, style, children } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Base.Popup
          finalFocus={from}
          style={style}
          className={classNames(
            "fixed inset-y-0 z-50 flex w-full max-w-lg flex-col overflow-y-auto bg-surface shadow-float outline-none data-[open]:animate-slide",
            side === "left" ? "left-0" : "right-0",
            className,
          )}
        >
          {hideTitle ? (
            <Base.Title className="sr-only">{title}</Base.Title>
          ) : (
            <div className="sticky top-0 z-10 flex items-center justify-between gap-4 border-b bg-surface py-3 pr-3 pl-5">
              <Base.Title className="font-semibold text-base">{title}</Base.Title>
              <Base.Close
                render={
                  <IconButton label="Close" size="sm">
                    <X />
                  </IconButton>
                }
              />
            </div>
          )}
          <div className={classNames("flex-1", !hideTitle && "px-5 py-4")}>{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
