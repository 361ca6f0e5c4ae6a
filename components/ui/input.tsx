import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { controlStyles } from "@/components/ui/control-styles";
import { HeldInput } from "@/components/ui/held-control";

export function Input({ className, ...props }: ComponentProps<"input">) {
  const Control = props.value !== undefined && props.onChange ? HeldInput : "input";
  return <Control className={classNames(controlStyles, "h-9 touch:h-11 touch:text-base", className)} {...props} />;
}
