import { classNames } from "@/components/ui/class-names";
import { type Tone, toneDot } from "@/components/ui/tone";

/** A status is never colour alone: the dot always has its word. */
export function StatusDot({ tone = "neutral", label, className }: { tone?: Tone; label: string; className?: string }) {
  return (
    <span className={classNames("inline-flex items-center gap-2 whitespace-nowrap", className)}>
      <span aria-hidden="true" className={classNames("size-2 shrink-0 rounded-full", toneDot[tone])} />
      {label}
    </span>
  );
}
