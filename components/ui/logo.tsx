import { classNames } from "@/components/ui/class-names";

/** A quay seen from above: three berths, one of them taken. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={classNames("size-5 shrink-0", className)}>
      <path d="M0 1h16v2H0z" fill="currentColor" />
      <path d="M1 5h4v10H1zM11 5h4v10h-4z" fill="currentColor" opacity="0.32" />
      <path d="M6 5h4v10H6z" fill="var(--brand)" />
    </svg>
  );
}

export function Logo({ className }: { className?: string }) {
  return (
    <span className={classNames("inline-flex items-center gap-2 font-semibold text-base tracking-tight", className)}>
      <LogoMark />
      Berth
    </span>
  );
}
