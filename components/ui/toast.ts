import { Toast } from "@base-ui/react/toast";
import type { Tone } from "@/components/ui/tone";

export type ToastDetail = { tone: Tone };

export const toasts = Toast.createToastManager<ToastDetail>();

type ToastOptions = { description?: string; action?: { label: string; onClick: () => void } };

function show(tone: Tone, title: string, { description, action }: ToastOptions = {}): string {
  return toasts.add({
    title,
    description,
    data: { tone },
    priority: tone === "danger" ? "high" : "low",
    timeout: action ? 10_000 : 5000,
    ...(action && { actionProps: { children: action.label, onClick: action.onClick } }),
  });
}

/** Says again what the page already shows; nothing important lives only here. */
export const toast = {
  done: (title: string, options?: ToastOptions) => show("positive", title, options),
  failed: (title: string, options?: ToastOptions) => show("danger", title, options),
  note: (title: string, options?: ToastOptions) => show("neutral", title, options),
};
