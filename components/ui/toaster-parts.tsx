"use client";

import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useEffect } from "react";
import { buttonStyles } from "@/components/ui/button-styles";
import { classNames } from "@/components/ui/class-names";
import { type AskedToast, onToast, takeToasts } from "@/components/ui/toast";
import { type Tone, toneDot } from "@/components/ui/tone";

type ToastDetail = { tone: Tone };

const toasts = Toast.createToastManager<ToastDetail>();

function add({ tone, title, description, action }: AskedToast): void {
  toasts.add({
    title,
    description,
    data: { tone },
    priority: tone === "danger" ? "high" : "low",
    timeout: action || tone === "danger" ? 10_000 : 5000,
    ...(action && { actionProps: { children: action.label, onClick: action.onClick } }),
  });
}

export function Toaster() {
  useEffect(() => onToast(() => takeToasts().forEach(add)), []);
  return (
    <Toast.Provider toastManager={toasts} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-4 bottom-4 z-60 mx-auto flex w-auto max-w-90 flex-col gap-2 outline-none sm:right-6 sm:left-auto sm:bottom-6 sm:w-90">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts: shown } = Toast.useToastManager<ToastDetail>();
  return shown.map((item) => (
    <Toast.Root
      key={item.id}
      toast={item}
      className="rounded-surface bg-raised text-text shadow-float data-[limited]:hidden data-[open]:animate-appear"
    >
      <Toast.Content className="flex items-start gap-3 py-3 pr-2 pl-4">
        <span
          aria-hidden="true"
          className={classNames("mt-1.5 size-2 shrink-0 rounded-full", toneDot[item.data?.tone ?? "neutral"])}
        />
        <div className="min-w-0 flex-1">
          <Toast.Title className="break-words font-medium" />
          <Toast.Description className="break-words text-muted text-table" />
        </div>
        {item.actionProps && <Toast.Action className={buttonStyles({ size: "sm" })} />}
        <Toast.Close
          aria-label="Close"
          className={buttonStyles({ variant: "ghost", size: "sm", className: "-my-1 w-7 px-0" })}
        >
          <X />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
