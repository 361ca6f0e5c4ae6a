import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";

/** A link inside text. */
export function TextLink({ className, ...link }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...link}
      className={classNames("rounded-[4px] font-medium text-accent underline-offset-2 hover:underline", className)}
    />
  );
}
