"use client";

import { mergeProps } from "@base-ui/react/merge-props";
import { useRender } from "@base-ui/react/use-render";
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
  const busy = pending ? { "aria-busy": true, disabled: true } : {};
  return useRender({ defaultTagName: "button", render, props: mergeProps<"button">(native, props, own, busy) });
}
