"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import type { OpenedPopup } from "@/components/ui/opened-popup";

const widths = { sm: "max-w-md", md: "max-w-lg", lg: "max-w-2xl" };

export type DialogProps = {
  /** The button that opens it; without one, use `open` and `onOpenChange`. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  footer?: ReactNode;
  size?: keyof typeof widths;
  /** Neither Escape nor a click beside it closes it. */
  held?: boolean;
  children?: ReactNode;
};

type Opened = DialogProps & OpenedPopup;

export function Dialog({ open, onOpenChange, from, title, description, footer, held = false, ...props }: Opened) {
  const { size = "md", children } = props;
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, details) => {
        if (held && details.reason === "escape-key") details.cancel();
        else onOpenChange?.(next);
      }}
      disablePointerDismissal={held}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Base.Viewport className="fixed inset-0 z-50 grid place-items-end overflow-y-auto sm:items-start sm:justify-items-center sm:px-4 sm:py-[10vh]">
          <Base.Popup
            finalFocus={from}
            className={classNames(
              "w-full rounded-t-surface bg-raised shadow-float outline-none data-[open]:animate-appear sm:rounded-surface",
              widths[size],
            )}
          >
            <div className="flex items-start justify-between gap-4 px-5 pt-4">
              <div className="min-w-0 pt-1">
                <Base.Title className="font-semibold text-base">{title}</Base.Title>
                {description && <Base.Description className="mt-1 text-muted">{description}</Base.Description>}
              </div>
              <Base.Close
                render={
                  <IconButton label="Close" size="sm">
                    <X />
                  </IconButton>
                }
              />
            </div>
            {children && <div className="px-5 py-4">{children}</div>}
            {footer && (
              <div className="flex flex-wrap justify-end gap-2 rounded-b-surface border-t bg-sunken px-5 py-3">
                {footer}
              </div>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Closes the dialog or sheet around it. */
export const DialogClose = Base.Close;

export type DialogCloseProps = ComponentProps<typeof Base.Close>;
