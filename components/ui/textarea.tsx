import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { controlStyles } from "@/components/ui/control-styles";
import { HeldTextarea } from "@/components/ui/held-control";

export function Textarea({ className, rows = 4, ...props }: ComponentProps<"textarea">) {
  const Control = props.value !== undefined && props.onChange ? HeldTextarea : "textarea";
  return (
    <Control
      rows={rows}
      className={classNames(controlStyles, "min-h-20 resize-y py-2 touch:text-base", className)}
      {...props}
    />
  );
}
