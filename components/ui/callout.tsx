import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { type Tone, toneSoft } from "@/components/ui/tone";

const icons: Record<Tone, LucideIcon> = {
  neutral: Info,
  accent: Info,
  info: Info,
  positive: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
};

export type CalloutProps = {
  tone?: Tone;
  title?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children?: ReactNode;
};

export function Callout({ tone = "info", title, actions, className, children }: CalloutProps) {
  const Icon = icons[tone];
  const urgent = tone === "danger";
  return (
    <div
      role={urgent ? "alert" : "status"}
      className={classNames("flex gap-3 rounded-surface px-4 py-3", toneSoft[tone], className)}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="break-words text-text">{children}</div>}
        {actions && <div className="mt-2.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
