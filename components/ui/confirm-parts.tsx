"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type ReactElement, type ReactNode, useId, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { FaultCallout } from "@/components/ui/fault-callout";
import { Input } from "@/components/ui/input";
import type { OpenedPopup } from "@/components/ui/opened-popup";
import type { ActionState } from "@/lib/errors";

type Failed = Extract<ActionState, { status: "failed" }>;

export type ConfirmDialogProps = {
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  /** What will happen, and to how many. */
  children: ReactNode;
  /** The verb, e.g. "Remove 3 members". */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: "danger" | "primary";
  /** Asked for where the act cannot be undone. */
  typedName?: string;
  /** While what the act needs is not chosen yet. */
  blocked?: boolean;
  /** A failed ActionState keeps the dialog open and shows its message. */
  onConfirm: () => Promise<ActionState<unknown> | undefined> | Promise<void> | void;
};

export function ConfirmDialog(props: ConfirmDialogProps & OpenedPopup) {
  const { title, children, confirmLabel, cancelLabel = "Cancel", tone = "danger", typedName } = props;
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<Failed>();
  const [pending, start] = useTransition();
  const field = useId();

  function change(next: boolean) {
    if (pending) return;
    setTyped("");
    setFault(undefined);
    props.onOpenChange(next);
  }

  function confirm() {
    start(async () => {
      const state = await props.onConfirm();
      if (state?.status === "failed") return setFault(state);
      props.onOpenChange(false);
    });
  }

  return (
    <AlertDialog.Root open={props.open} onOpenChange={change}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <AlertDialog.Popup
          finalFocus={props.from}
          className="fixed inset-x-0 bottom-0 z-50 mx-auto w-full max-w-md rounded-t-surface bg-raised shadow-float outline-none data-[open]:animate-appear sm:top-[16vh] sm:bottom-auto sm:rounded-surface"
        >
          <div className="px-5 pt-5 pb-4">
            <AlertDialog.Title className="font-semibold text-base">{title}</AlertDialog.Title>
            <AlertDialog.Description render={<div />} className="mt-2 text-muted">
              {children}
            </AlertDialog.Description>
            {typedName && (
              <div className="mt-4">
                <label htmlFor={field} className="mb-1.5 block">
                  Type <strong className="break-all font-semibold">{typedName}</strong> to confirm
                </label>
                <Input
                  id={field}
                  value={typed}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(event) => setTyped(event.target.value)}
                />
              </div>
            )}
            {fault && (
              <div className="mt-4">
                <FaultCallout state={fault} />
              </div>
            )}
          </div>
          <div className="flex flex-wrap justify-end gap-2 rounded-b-surface border-t bg-sunken px-5 py-3">
            <AlertDialog.Close render={<Button disabled={pending}>{cancelLabel}</Button>} />
            <Button
              variant={tone}
              pending={pending}
              disabled={props.blocked || (typedName !== undefined && typed.trim() !== typedName)}
              onClick={confirm}
            >
              {confirmLabel}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
