import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { type Tone, toneSoft } from "@/components/ui/tone";

export function Badge({
  tone = "neutral",
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        "inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-[5px] px-1.5 font-medium text-xs tabular-nums [&_svg]:size-3",
        toneSoft[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
