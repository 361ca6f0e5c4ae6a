import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { controlStyles } from "@/components/ui/control-styles";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={classNames(controlStyles, "h-9 touch:h-11 touch:text-base", className)} {...props} />;
}
