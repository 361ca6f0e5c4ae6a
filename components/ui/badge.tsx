import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { type Tone, toneSoft } from "@/components/ui/tone";

export function Badge({
  tone = "neutral",
  className,
  suppressHydrationWarning,
  children,
}: {
  tone?: Tone;
  className?: string;
  /** For words that go with the time: it holds for an element's own text alone. */
  suppressHydrationWarning?: boolean;
  children: ReactNode;
}) {
  return (
    <span
      suppressHydrationWarning={suppressHydrationWarning}
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
