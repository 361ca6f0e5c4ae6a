"use client";

import type { ComponentProps, Ref } from "react";
import { catchUp } from "@/components/ui/catch-up";

/** An input whose value or tick is held outside it. */
export function HeldInput({ ref, ...props }: ComponentProps<"input">) {
  return <input ref={(control) => hold(control, props.checked ?? props.value, ref)} {...props} />;
}

export function HeldTextarea({ ref, ...props }: ComponentProps<"textarea">) {
  return <textarea ref={(control) => hold(control, props.value, ref)} {...props} />;
}

export function HeldSelect({ ref, ...props }: ComponentProps<"select">) {
  return <select ref={(control) => hold(control, props.value, ref)} {...props} />;
}

type Held = ComponentProps<"select">["value"] | boolean;

function hold<Element extends HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
  control: Element | null,
  held: Held,
  ref: Ref<Element> | undefined,
) {
  if (control && (typeof held === "string" || typeof held === "boolean")) catchUp(control, held);
  if (typeof ref === "function") return ref(control);
  if (ref) ref.current = control;
}
