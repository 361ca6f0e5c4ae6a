import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type CardProps = {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  /** False where the content reaches the edges, such as a table. */
  padded?: boolean;
  className?: string;
  children?: ReactNode;
};

export function Card({ title, description, actions, footer, padded = true, className, children }: CardProps) {
  const headed = title !== undefined || actions !== undefined;
  return (
    <section className={classNames("min-w-0 rounded-surface border bg-surface", className)}>
      {headed && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-4">
          <div className="min-w-0">
            <h2 className="font-semibold">{title}</h2>
            {description && <p className="mt-0.5 text-muted text-table">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      {children !== undefined && (
        <div className={classNames(padded && "px-5 py-4", headed && !padded && "mt-3 border-t")}>{children}</div>
      )}
      {footer && <footer className="rounded-b-surface border-t bg-sunken px-5 py-3 text-table">{footer}</footer>}
    </section>
  );
}
