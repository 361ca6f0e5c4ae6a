import { classNames } from "@/components/ui/class-names";

/** A quay seen from above: three berths, one of them taken. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={classNames("size-5 shrink-0", className)}>
      <path d="M1 1h14v2H1z" fill="currentColor" />
      <path d="M1 3h2v12H1zM13 3h2v12h-2zM5 3h1v9H5zM10 3h1v9h-1z" fill="currentColor" />
      <path d="M7 4h2v11H7z" fill="var(--brand)" />
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
