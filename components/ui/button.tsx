"use client";

import { mergeProps } from "@base-ui/react/merge-props";
import { useRender } from "@base-ui/react/use-render";
import type { MouseEvent } from "react";
import { type ButtonStyle, buttonStyles } from "@/components/ui/button-styles";
import { classNames } from "@/components/ui/class-names";
import { Spinner } from "@/components/ui/spinner";

export type ButtonProps = useRender.ComponentProps<"button"> & ButtonStyle & { pending?: boolean };

/** `render={<Link href="…" />}` makes it a link that looks like a button. */
export function Button({ render, variant, size, pending = false, className, children, ...props }: ButtonProps) {
  const own: useRender.ElementProps<"button"> = {
    className: classNames(buttonStyles({ variant, size }), className),
    children: pending ? (
      <>
        <Spinner />
        {children}
      </>
    ) : (
      children
    ),
  };
  const native = render ? {} : { type: "button" as const };
  const busy = pending ? { "aria-busy": true, "aria-disabled": true, onClick: hold } : {};
  const given = pending ? { ...props, onClick: undefined } : props;
  return useRender({ defaultTagName: "button", render, props: mergeProps<"button">(native, given, own, busy) });
}

/** A second press while the first is at work: not `disabled`, which would take the focus from whoever pressed by key. */
function hold(event: MouseEvent) {
  event.preventDefault();
}
