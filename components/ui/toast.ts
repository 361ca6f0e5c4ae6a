import type { Tone } from "@/components/ui/tone";

export type ToastOptions = { description?: string; action?: { label: string; onClick: () => void } };

export type AskedToast = ToastOptions & { tone: Tone; title: string };

let waiting: AskedToast[] = [];
const listeners = new Set<() => void>();

/** What was asked for and not shown yet; whoever takes it shows it. */
export function takeToasts(): AskedToast[] {
  const taken = waiting;
  waiting = [];
  return taken;
}

/** Tells of each new toast, and at once where one waits already. */
export function onToast(listener: () => void): () => void {
  listeners.add(listener);
  if (waiting.length > 0) listener();
  return () => {
    listeners.delete(listener);
  };
}

function show(tone: Tone, title: string, options: ToastOptions = {}): void {
  waiting.push({ tone, title, ...options });
  for (const listener of listeners) listener();
}

/** Says again what the page already shows; nothing important lives only here. */
export const toast = {
  done: (title: string, options?: ToastOptions) => show("positive", title, options),
  failed: (title: string, options?: ToastOptions) => show("danger", title, options),
  note: (title: string, options?: ToastOptions) => show("neutral", title, options),
};
