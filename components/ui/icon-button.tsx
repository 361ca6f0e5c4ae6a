"use client";

import { Button, type ButtonProps } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";

const widths = { sm: "w-8 px-0 touch:w-11", md: "w-9 px-0 touch:w-11", lg: "w-11 px-0 touch:w-12" };

export type IconButtonProps = Omit<ButtonProps, "aria-label"> & { label: string };

/** A button that shows only an icon; `label` is its name for screen readers and its hint on hover. */
export function IconButton({ label, variant = "ghost", size = "md", className, ...props }: IconButtonProps) {
  return (
    <Button
      aria-label={label}
      title={label}
      variant={variant}
      size={size}
      className={classNames(widths[size ?? "md"], className)}
      {...props}
    />
  );
}
