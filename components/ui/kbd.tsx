import { classNames } from "@/components/ui/class-names";

export function Kbd({ children, className }: { children: string; className?: string }) {
  return (
    <kbd
      className={classNames(
        "inline-flex h-5 min-w-5 items-center justify-center rounded-[4px] border bg-sunken px-1 font-medium font-sans text-[11px] text-muted",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
