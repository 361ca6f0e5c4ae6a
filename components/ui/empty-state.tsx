import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon, type IconName } from "@/components/ui/icon";

export type EmptyStateProps = {
  icon?: IconName | LucideIcon;
  title: string;
  /** Where it is the whole page, its title is the page's heading. */
  heading?: boolean;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ icon, title, heading = false, children, action, className }: EmptyStateProps) {
  const Title = heading ? "h1" : "p";
  return (
    <div className={classNames("flex flex-col items-center px-6 py-14 text-center", className)}>
      {icon && (
        <span className="mb-4 grid size-10 place-items-center rounded-surface border bg-surface text-muted">
          <Icon name={icon} className="size-5" />
        </span>
      )}
      <Title className="font-semibold text-base">{title}</Title>
      {children && <div className="mt-1 max-w-md text-balance text-muted">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
