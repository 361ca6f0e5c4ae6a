import { classNames } from "@/components/ui/class-names";

/** Give it the size of what it stands for, so that nothing moves when that arrives. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classNames("block animate-pulse rounded-[4px] bg-hover", className)} />;
}
