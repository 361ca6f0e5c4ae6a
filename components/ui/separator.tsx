import { classNames } from "@/components/ui/class-names";

export function Separator({ label, className }: { label?: string; className?: string }) {
  if (!label) return <hr className={classNames("border-t", className)} />;
  return (
    <div className={classNames("flex items-center gap-3 text-muted text-xs", className)}>
      <span className="h-px flex-1 bg-border" />
      {label}
      <span className="h-px flex-1 bg-border" />
    </div>
  );
}
